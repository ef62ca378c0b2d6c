//! What a query costs, known before it runs: one point for each object it may bring, none for the
//! values within. A list in pages counts as long as the page asked for, any other list as long as
//! its declared bound, which core enforces on writing.

use std::collections::HashMap;

use async_graphql::parser::parse_schema;
use async_graphql::parser::types::{
    BaseType, ExecutableDocument, Field, FieldDefinition, OperationDefinition, OperationType, Selection,
    SelectionSet, Type, TypeKind, TypeSystemDefinition,
};
use async_graphql::{Name, Value, Variables};
use infitah_core::ground::paging::{DEFAULT_FIRST, MAX_FIRST};
use infitah_core::programme::{committee, indicators, reports, revisions, sessions};

use super::{articles, commitments, documents, events, judgements, nodes};

/// The introspection is short and always the same.
const INTROSPECTION: u64 = 500;

/// How long the lists without pages may be.
const BOUNDS: [(&str, &str, u64); 28] = [
    ("Article", "related", articles::RELATED as u64),
    ("Axis", "commitments", 40),
    ("Collectivity", "programmes", 10),
    ("Commitment", "assessments", commitments::ASSESSMENTS as u64),
    ("Commitment", "changes", revisions::MOST_REVISIONS as u64),
    ("Commitment", "indicators", indicators::MOST_INDICATORS as u64),
    ("Commitment", "milestones", 20),
    ("Commitment", "reports", commitments::REPORTS as u64),
    ("CommitmentChange", "fields", judgements::FIELDS as u64),
    ("Committee", "members", committee::MOST_SEATS as u64),
    ("ComparedItem", "fields", judgements::FIELDS as u64),
    ("Differences", "added", 480),
    ("Differences", "changed", 480),
    ("Differences", "withdrawn", 480),
    ("Document", "versions", documents::VERSIONS as u64),
    ("Event", "attendances", events::CHANNELS as u64),
    ("Indicator", "measurements", judgements::MEASUREMENTS as u64),
    ("MemberCounts", "byCohort", 10),
    ("MemberCounts", "byKind", 4),
    ("MemberCounts", "byRegion", 13),
    ("Network", "commitmentsByStatus", 6),
    ("Network", "programmesByPhase", 12),
    ("Programme", "axes", 12),
    ("Programme", "phases", 11),
    ("Programme", "sessions", sessions::MOST_SESSIONS as u64),
    ("ProgressReport", "files", reports::MOST_FILES as u64),
    ("Query", "calendar", MAX_FIRST as u64),
    ("Query", "nodes", nodes::MOST as u64),
];

/// What the fields of the schema lead to.
#[derive(Debug)]
pub(crate) struct Catalogue(HashMap<String, HashMap<String, Shape>>);

/// What a field leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Shape {
    to: String,
    is_object: bool,
    is_list: bool,
    is_paged: bool,
    bound: Option<u64>,
}

/// The cost of a query and its costliest path.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Cost {
    pub(crate) points: u64,
    pub(crate) path: Vec<String>,
}

impl Catalogue {
    /// The catalogue of a schema.
    pub(crate) fn of(sdl: &str) -> Self {
        let document = parse_schema(sdl).expect("the schema's own text can be read");
        let mut types = HashMap::new();
        for definition in document.definitions {
            let TypeSystemDefinition::Type(definition) = definition else {
                continue;
            };
            let name = definition.node.name.node.to_string();
            let fields = match definition.node.kind {
                TypeKind::Object(object) => object.fields,
                TypeKind::Interface(interface) => interface.fields,
                _ => continue,
            };
            types.insert(name, fields.into_iter().map(|field| field.node).collect::<Vec<_>>());
        }
        let shapes = |(name, fields): (&String, &Vec<FieldDefinition>)| {
            let shapes = fields.iter().map(|field| (field.name.node.to_string(), shape(name, field, &types)));
            (name.clone(), shapes.collect())
        };
        Self(types.iter().map(shapes).collect())
    }

    /// The cost of an operation of a document that the guard has let pass.
    pub(crate) fn cost(
        &self,
        document: &ExecutableDocument,
        operation: &OperationDefinition,
        variables: &Variables,
    ) -> Cost {
        let root = if operation.ty == OperationType::Mutation { "Mutation" } else { "Query" };
        let walk = Walk { catalogue: self, document, operation, variables };
        walk.set(root, &operation.selection_set.node, 1)
    }

    fn shape(&self, parent: &str, field: &str) -> Option<&Shape> {
        self.0.get(parent)?.get(field)
    }
}

fn shape(parent: &str, field: &FieldDefinition, types: &HashMap<String, Vec<FieldDefinition>>) -> Shape {
    let (to, is_list) = named(&field.ty.node);
    let argument = |name: &str| field.arguments.iter().any(|argument| argument.node.name.node == name);
    let name = field.name.node.as_str();
    Shape {
        is_object: types.contains_key(to.as_str()),
        is_paged: argument("first"),
        bound: BOUNDS.iter().find(|bound| bound.0 == parent && bound.1 == name).map(|bound| bound.2),
        to: to.to_string(),
        is_list,
    }
}

fn named(ty: &Type) -> (&Name, bool) {
    match &ty.base {
        BaseType::Named(name) => (name, false),
        BaseType::List(inner) => (named(inner).0, true),
    }
}

/// One walk through a query. The guard has bounded its length.
struct Walk<'a> {
    catalogue: &'a Catalogue,
    document: &'a ExecutableDocument,
    operation: &'a OperationDefinition,
    variables: &'a Variables,
}

impl Walk<'_> {
    /// The cost of selections on a type; `page` is the length of the page that the type holds.
    fn set(&self, ty: &str, set: &SelectionSet, page: u64) -> Cost {
        let mut sum = Cost::default();
        let mut heaviest = 0;
        for item in &set.items {
            let cost = match &item.node {
                Selection::Field(field) => self.field(ty, &field.node, page),
                Selection::InlineFragment(fragment) => {
                    let on = fragment.node.type_condition.as_ref().map_or(ty, |on| on.node.on.node.as_str());
                    self.set(on, &fragment.node.selection_set.node, page)
                }
                Selection::FragmentSpread(spread) => {
                    match self.document.fragments.get(&spread.node.fragment_name.node) {
                        Some(fragment) => {
                            let on = fragment.node.type_condition.node.on.node.as_str();
                            self.set(on, &fragment.node.selection_set.node, page)
                        }
                        None => Cost::default(),
                    }
                }
            };
            sum.points = sum.points.saturating_add(cost.points);
            if cost.points > heaviest {
                heaviest = cost.points;
                sum.path = cost.path;
            }
        }
        sum
    }

    fn field(&self, parent: &str, field: &Field, page: u64) -> Cost {
        let name = field.name.node.as_str();
        let mut path = vec![field.response_key().node.to_string()];
        if matches!(name, "__schema" | "__type") {
            return Cost { points: INTROSPECTION, path };
        }
        let Some(shape) = self.catalogue.shape(parent, name).filter(|shape| shape.is_object) else {
            return Cost { points: 0, path };
        };
        let times = match shape.is_list {
            true if parent.ends_with("Connection") => page,
            true if shape.is_paged => self.page(field),
            true => self.list(field).or(shape.bound).unwrap_or(u64::from(MAX_FIRST)),
            false => 1,
        };
        let page = if shape.is_paged { self.page(field) } else { 1 };
        let inner = self.set(&shape.to, &field.selection_set.node, page);
        path.extend(inner.path);
        Cost { points: times.saturating_mul(inner.points.saturating_add(1)), path }
    }

    /// The length of the page that a field asks for.
    fn page(&self, field: &Field) -> u64 {
        let asked = ["first", "last"].into_iter().find_map(|name| self.argument(field, name));
        match asked {
            Some(Value::Number(number)) => {
                number.as_i64().unwrap_or(i64::MAX).clamp(0, MAX_FIRST.into()).unsigned_abs()
            }
            Some(_) | None => DEFAULT_FIRST.into(),
        }
    }

    /// The length of a list that is as long as its argument.
    fn list(&self, field: &Field) -> Option<u64> {
        match self.argument(field, "ids")? {
            Value::List(list) => Some(list.len() as u64),
            // A single value stands for a list of one.
            _ => Some(1),
        }
    }

    fn argument(&self, field: &Field, name: &str) -> Option<Value> {
        let value = field.get_argument(name)?.node.clone();
        let value = value.into_const_with(|variable| self.variable(&variable).ok_or(())).ok()?;
        (value != Value::Null).then_some(value)
    }

    fn variable(&self, name: &Name) -> Option<Value> {
        self.variables.get(name).cloned().or_else(|| {
            let mut definitions = self.operation.variable_definitions.iter();
            let definition = definitions.find(|definition| definition.node.name.node == *name)?;
            definition.node.default_value.as_ref().map(|value| value.node.clone())
        })
    }
}

#[cfg(test)]
mod tests {
    use async_graphql::Request;
    use serde_json::json;

    use super::*;
    use crate::graphql::{guard, sdl};

    fn cost(query: &str, variables: serde_json::Value) -> Cost {
        let mut request = Request::new(query).variables(Variables::from_json(variables));
        let document = guard::parse(&mut request).expect("a document").clone();
        let operation = guard::operation(&document, None).expect("an operation");
        Catalogue::of(&sdl()).cost(&document, operation, &request.variables)
    }

    #[test]
    fn every_list_has_a_bound() {
        let catalogue = Catalogue::of(&sdl());
        let mut declared = 0;
        for (ty, fields) in &catalogue.0 {
            for (field, shape) in fields {
                declared += usize::from(shape.bound.is_some());
                let unbounded = shape.is_list && shape.is_object && shape.bound.is_none();
                assert!(!unbounded || ty.ends_with("Connection"), "{ty}.{field} declares no bound");
            }
        }
        assert_eq!(declared, BOUNDS.len(), "a bound names no field of the schema");
    }

    #[test]
    fn objects_count_and_values_do_not() {
        for (query, points) in [
            ("{ viewer { name email } }", 1),
            ("{ __typename }", 0),
            ("{ articles { totalCount } }", 1),
            ("{ articles(first: 0) { nodes { id } } }", 1),
            ("{ articles { nodes { id } } }", 21),
            ("{ articles(first: 100) { nodes { id } edges { node { id } } } }", 1 + 100 + 200),
            (
                "{ articles(last: 5) { pageInfo { hasNextPage } nodes { collectivity { slug } } } }",
                1 + 1 + 10,
            ),
            ("{ articles(first: 2147483647) { nodes { id } } }", 101),
            ("{ articles(first: -5) { nodes { id } } }", 1),
            ("{ nodes(ids: [\"a\", \"b\"]) { ... on Article { collectivity { slug } } } }", 4),
            ("{ __schema { types { name } } }", 500),
            (
                "{ a: viewer { name } ...F } fragment F on Query { articles(first: 3) { nodes { id } } }",
                1 + 4,
            ),
        ] {
            assert_eq!(cost(query, json!({})).points, points, "{query}");
        }
    }

    #[test]
    fn variables_and_their_defaults_count() {
        let query = "query($n: Int = 50, $ids: [ID!]!) { articles(first: $n) { nodes { id } } nodes(ids: $ids) { id } }";
        assert_eq!(cost(query, json!({ "ids": ["a", "b", "c"] })).points, 51 + 3);
        assert_eq!(cost(query, json!({ "n": 7, "ids": ["a"] })).points, 8 + 1);
        assert_eq!(cost(query, json!({ "n": null, "ids": [] })).points, 21);
    }

    #[test]
    fn whole_programme_is_affordable_and_all_programmes_are_not() {
        let programme =
            "currentProgramme { phases { step } progress { percent } axes { title progress { percent }
            commitments { title progress { percent } milestones { title status }
            reports { text } } } }";
        let one = cost(&format!("{{ collectivity {{ {programme} }} }}"), json!({}));
        assert!(one.points < 20_000, "{one:?}");
        let all = format!("{{ collectivities(first: 66) {{ nodes {{ {programme} }} }} }}");
        let all = cost(&all, json!({}));
        assert!(all.points > 20_000, "{all:?}");
        assert_eq!(all.path.join("."), "collectivities.nodes.currentProgramme.axes.commitments.milestones");
    }
}
