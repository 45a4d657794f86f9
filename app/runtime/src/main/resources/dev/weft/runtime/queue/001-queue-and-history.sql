-- Every run that was ever accepted and not deleted since: the waiting and running ones are the queue, all others history.
CREATE TABLE run (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    title TEXT NOT NULL,
    source TEXT,
    priority INTEGER NOT NULL,
    -- Among waiting runs of one priority the lowest goes first. No two waiting runs have the same.
    position INTEGER NOT NULL,
    -- Times are milliseconds since 1970 in UTC.
    accepted INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed', 'cancelled', 'interrupted')),
    -- Whether somebody asked for the run that is running to be cancelled.
    cancelling INTEGER NOT NULL DEFAULT 0,
    -- Number of the latest attempt; 0 before the first. The three columns below it tell of this attempt.
    attempt INTEGER NOT NULL DEFAULT 0,
    worker TEXT,
    began INTEGER,
    ended INTEGER,
    output TEXT NOT NULL,
    input TEXT NOT NULL,
    backend TEXT NOT NULL,
    max_batch TEXT NOT NULL,
    partly INTEGER NOT NULL,
    -- Last, so that lists need not read past it.
    workflow TEXT NOT NULL
) STRICT;

CREATE INDEX run_to_take ON run (priority DESC, position) WHERE state = 'waiting';
CREATE INDEX run_by_state ON run (state);

-- What belongs to a run and comes in any number: model folders, parameters that were set, nodes to be run.
CREATE TABLE run_setting (
    run INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('models', 'set', 'target')),
    place INTEGER NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (run, kind, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE attempt (
    run INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    began INTEGER NOT NULL,
    ended INTEGER,
    state TEXT NOT NULL CHECK (state IN ('running', 'done', 'failed', 'cancelled', 'interrupted')),
    PRIMARY KEY (run, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE saved_file (
    run INTEGER NOT NULL,
    attempt INTEGER NOT NULL,
    place INTEGER NOT NULL,
    node TEXT NOT NULL,
    path TEXT NOT NULL,
    PRIMARY KEY (run, attempt, place),
    FOREIGN KEY (run, attempt) REFERENCES attempt (run, number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE failure (
    run INTEGER NOT NULL,
    attempt INTEGER NOT NULL,
    place INTEGER NOT NULL,
    -- Nothing where the workflow as a whole was refused.
    node TEXT,
    title TEXT,
    port TEXT,
    message TEXT NOT NULL,
    PRIMARY KEY (run, attempt, place),
    FOREIGN KEY (run, attempt) REFERENCES attempt (run, number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE node_record (
    run INTEGER NOT NULL,
    attempt INTEGER NOT NULL,
    place INTEGER NOT NULL,
    node TEXT NOT NULL,
    title TEXT NOT NULL,
    fate TEXT NOT NULL CHECK (fate IN ('finished', 'cached', 'failed', 'skipped', 'blocked')),
    nanoseconds INTEGER NOT NULL,
    remark TEXT,
    PRIMARY KEY (run, attempt, place),
    FOREIGN KEY (run, attempt) REFERENCES attempt (run, number) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- Programs that take runs. Each holds the lock of the file of its name, so that others can see whether it lives.
CREATE TABLE worker (
    id TEXT PRIMARY KEY,
    process INTEGER NOT NULL,
    began INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE queue (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    paused INTEGER NOT NULL
) STRICT;

INSERT INTO queue (only, paused) VALUES (1, 0);
