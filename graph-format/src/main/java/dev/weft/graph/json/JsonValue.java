package dev.weft.graph.json;

/// A JSON value, kept exactly: numbers with their digits, objects with the order of their keys. Immutable.
///
/// Two objects are equal if they have equal members in any order; two numbers only if their digits are the
/// same.
public sealed interface JsonValue permits JsonObject, JsonArray, JsonString, JsonNumber, JsonBoolean, JsonNull {}
