//! Values held against a JSON Schema.

use boon::{Compiler, Schemas};
use serde_json::Value;

/// A schema, ready to be held against values.
pub(crate) struct Schema {
    schemas: Schemas,
    index: boon::SchemaIndex,
}

impl Schema {
    /// The part of a schema that a pointer names, such as `#/$defs/targets`; `#` for the whole.
    pub(crate) fn of(document: &Value, pointer: &str) -> Self {
        let (mut compiler, mut schemas) = (Compiler::new(), Schemas::new());
        let place = "file:///schema.json";
        compiler
            .add_resource(place, document.clone())
            .expect("the schema is JSON");
        let index = compiler
            .compile(&format!("{place}{pointer}"), &mut schemas)
            .unwrap_or_else(|error| panic!("{pointer} is no schema: {error:#}"));
        Self { schemas, index }
    }

    /// Nothing, or what does not fit.
    pub(crate) fn check(&self, value: &Value) -> Result<(), String> {
        self.schemas
            .validate(value, self.index)
            .map_err(|error| format!("{error:#}"))
    }
}
