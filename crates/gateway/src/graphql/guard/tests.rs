//! Documents that would hang or flood the program, and documents that must pass. Times are
//! generous; what they find takes minutes, not milliseconds.

use std::time::{Duration, Instant};

use super::*;

fn judge(query: &str) -> ServerResult<()> {
    let mut request = Request::new(query);
    let document = parse(&mut request)?.clone();
    bound(&document)
}

/// `n` fragments, each of which spreads the next one `k` times.
pub(crate) fn bomb(n: usize, k: usize) -> String {
    let mut query = String::from("{ ...F0 }");
    for number in 0..n {
        let spreads = format!(" ...F{}", number + 1).repeat(k);
        query.push_str(&format!(" fragment F{number} on Query {{{spreads} }}"));
    }
    query + &format!(" fragment F{n} on Query {{ viewer {{ name }} }}")
}

#[test]
fn fragment_bombs_are_refused_at_once() {
    let began = Instant::now();
    for n in [10, 20, 22, 24, 30, 40] {
        assert!(judge(&bomb(n, 2)).is_err(), "n = {n}");
    }
    for (n, k) in [(5, 5), (4, 10), (3, 20), (12, 3)] {
        assert!(judge(&bomb(n, k)).is_err(), "n = {n}, k = {k}");
    }
    assert!(judge(&bomb(2, 2)).is_ok());
    assert!(began.elapsed() < Duration::from_secs(2), "{:?}", began.elapsed());
}

#[test]
fn bombs_hidden_in_unused_fragments_and_other_operations_are_found() {
    let unused = bomb(20, 2).replacen("{ ...F0 }", "{ viewer { name } }", 1);
    assert!(judge(&unused).is_err());
    let other = bomb(20, 2).replacen("{ ...F0 }", "query A { viewer { name } } query B { ...F0 }", 1);
    assert!(judge(&other).is_err());
}

#[test]
fn cycles_are_refused() {
    for query in [
        "{ ...A } fragment A on Query { ...A }",
        "{ viewer { name } } fragment A on Query { ...B } fragment B on Query { ...A }",
    ] {
        assert_eq!(judge(query).expect_err("a cycle").message, "a fragment leads to itself");
    }
}

#[test]
fn floods_are_refused() {
    let aliases = |count: usize| {
        let fields: String = (0..count).map(|number| format!(" a{number}: name")).collect();
        format!("{{ viewer {{{fields} }} }}")
    };
    let roots = |count: usize| format!("{{{} }}", " viewer { name }".repeat(count));
    let deep = |count: usize| format!("{}{}", "{ a".repeat(count), " }".repeat(count));
    let directives = |count: usize| format!("{{ viewer{} {{ name }} }}", " @include(if: true)".repeat(count));
    for (query, passes) in [
        (aliases(30), true),
        (aliases(31), false),
        (roots(10), true),
        (roots(11), false),
        (deep(15), true),
        (deep(16), false),
        (deep(5_000), false),
        (directives(5), true),
        (directives(6), false),
        (format!("{{ nodes(ids: {}{}) {{ id }} }}", "[".repeat(4_000), "]".repeat(4_000)), false),
        (format!("{{ viewer {{ {} }} }}", "name ".repeat(3_000)), false),
        (format!("query($v: {}ID{}) {{ viewer {{ name }} }}", "[".repeat(2_000), "]".repeat(2_000)), false),
        (" ".repeat(BYTES + 1), false),
    ] {
        assert_eq!(judge(&query).is_ok(), passes, "{}", &query[..query.len().min(80)]);
    }
}

#[test]
fn root_fields_are_found_behind_fragments() {
    let query = "{ ...A ... on Query { viewer { name } } } fragment A on Query { a: viewer { name } }";
    assert!(judge(query).is_ok());
    let many = format!("{{ ...A }} fragment A on Query {{{} }}", " viewer { name }".repeat(11));
    assert!(judge(&many).is_err());
}

/// The introspection that tools send, with nine levels of wrapped types.
pub(crate) fn introspection() -> String {
    let wrapped = (0..9).fold("kind name".to_owned(), |inner, _| format!("kind name ofType {{ {inner} }}"));
    format!(
        "query IntrospectionQuery {{ __schema {{ description queryType {{ name kind }} mutationType {{ name kind }} \
         subscriptionType {{ name kind }} types {{ ...FullType }} \
         directives {{ name description isRepeatable locations args(includeDeprecated: true) {{ ...InputValue }} }} }} }} \
         fragment FullType on __Type {{ kind name description specifiedByURL \
         fields(includeDeprecated: true) {{ name description args(includeDeprecated: true) {{ ...InputValue }} \
         type {{ ...TypeRef }} isDeprecated deprecationReason }} \
         inputFields(includeDeprecated: true) {{ ...InputValue }} interfaces {{ ...TypeRef }} \
         enumValues(includeDeprecated: true) {{ name description isDeprecated deprecationReason }} \
         possibleTypes {{ ...TypeRef }} }} \
         fragment InputValue on __InputValue {{ name description type {{ ...TypeRef }} defaultValue \
         isDeprecated deprecationReason }} \
         fragment TypeRef on __Type {{ {wrapped} }}"
    )
}

#[test]
fn introspection_of_tools_passes_and_a_walk_from_type_to_type_does_not() {
    assert_eq!(judge(&introspection()), Ok(()));
    let walk = "{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }";
    assert!(judge(walk).is_err());
    assert!(judge("{ __type(name: \"Query\") { fields { name type { name } } } }").is_ok());
}
