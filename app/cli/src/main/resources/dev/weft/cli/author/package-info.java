/// The plugin `{{id}}` for Weft.
package {{package}};
