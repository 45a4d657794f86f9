@echo off
rem Starts Weft: finds a JDK, builds what is missing, and hands over to Java.
rem
rem   WEFT_JAVA_OPTIONS   further options for the JVM
rem   WEFT_MAVEN_OPTIONS  further options for the build, such as -Pcuda
setlocal EnableExtensions DisableDelayedExpansion

set "HOME_DIR=%~dp0"
if "%HOME_DIR:~-1%"=="\" set "HOME_DIR=%HOME_DIR:~0,-1%"
set "ASSEMBLED=%HOME_DIR%\app\cli\target\weft"
set "JAR=%ASSEMBLED%\lib\weft-cli.jar"
set "BUILT=%ASSEMBLED%\built"
set "JDK="

call :try "%JAVA_HOME%"
call :try "%JAVA25_HOME%"
for /f "delims=" %%J in ('where java 2^>nul') do call :try_bin "%%~dpJ"
for %%R in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%ProgramFiles%\Amazon Corretto" "%LOCALAPPDATA%\Programs\Eclipse Adoptium" "%USERPROFILE%\.jdks" "%USERPROFILE%\.sdkman\candidates\java" "%USERPROFILE%\scoop\apps\temurin25-jdk") do (
  if exist "%%~R" for /d %%J in ("%%~R\*") do call :try "%%~J"
)
if not defined JDK (
  echo weft: found no JDK 25 or newer; install one, such as Temurin from https://adoptium.net, or set JAVA_HOME to the folder of one that is installed.>&2
  exit /b 1
)

if not exist "%JAR%" goto build
if not exist "%BUILT%" goto build
rem PowerShell compares the ages of files; where it is missing, an existing build is taken as it is.
powershell -NoProfile -Command "$built = (Get-Item -LiteralPath $env:BUILT).LastWriteTimeUtc; $roots = 'graph-format/src/main', 'models/src/main', 'nodes/*/src/main', 'app/*/src/main' | ForEach-Object { Join-Path $env:HOME_DIR $_ }; $poms = 'pom.xml', '*/pom.xml', '*/*/pom.xml' | ForEach-Object { Join-Path $env:HOME_DIR $_ }; if (Get-Item $poms | Where-Object LastWriteTimeUtc -gt $built) { exit 9 }; if (Get-ChildItem $roots -Recurse -ErrorAction SilentlyContinue | Where-Object LastWriteTimeUtc -gt $built | Select-Object -First 1) { exit 9 }; exit 0" >nul 2>&1
if not errorlevel 9 goto start
if errorlevel 10 goto start

:build
echo weft: building (the first time this takes a minute or two) ...>&2
set "BUILD_LOG=%TEMP%\weft-build-%RANDOM%%RANDOM%.log"
pushd "%HOME_DIR%"
set "CALLERS_JAVA_HOME=%JAVA_HOME%"
set "JAVA_HOME=%JDK%"
call mvnw.cmd -B -q -Dmaven.test.skip=true -Dweft.unchecked %WEFT_MAVEN_OPTIONS% -pl app/cli -am package >"%BUILD_LOG%" 2>&1
set "BUILD_CODE=%ERRORLEVEL%"
set "JAVA_HOME=%CALLERS_JAVA_HOME%"
popd
if not "%BUILD_CODE%"=="0" (
  type "%BUILD_LOG%">&2
  del "%BUILD_LOG%"
  echo weft: the build failed; the reason stands above.>&2
  exit /b 1
)
del "%BUILD_LOG%"

:start
"%JDK%\bin\java.exe" -XX:+UseSerialGC -XX:-UsePerfData --enable-native-access=ALL-UNNAMED -Dai.djl.offline=true -DOPT_OUT_TRACKING=true -Dguice_custom_class_loading=CHILD -Djava.awt.headless=true -Dfile.encoding=UTF-8 -Xlog:disable "-Dweft.home=%HOME_DIR%" "-Dweft.plugins=%ASSEMBLED%\plugins" %WEFT_JAVA_OPTIONS% -cp "%JAR%" dev.weft.cli.Weft %*
exit /b %ERRORLEVEL%

:try_bin
set "BIN=%~1"
if "%BIN:~-1%"=="\" set "BIN=%BIN:~0,-1%"
for %%H in ("%BIN%\..") do call :try "%%~fH"
exit /b 0

rem Sets JDK if none is set and the folder holds a JDK that is new enough, by its "release" file.
:try
if defined JDK exit /b 0
if "%~1"=="" exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "tokens=2 delims==" %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do for /f "delims=.-+ " %%M in ("%%~V") do if %%M GEQ 25 set "JDK=%~1"
exit /b 0
