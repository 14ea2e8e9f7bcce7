//! Tabs: headings whose only content is a link to `#tab/…`.
//!
//! In: the address of a link. Out: the tab it names. Never: looks at the heading.

/// What the link of a tab's heading says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tab {
    /// The names of the tab; choosing one of them chooses it.
    pub ids: Vec<String>,
    /// The tab of an earlier group with which this one is shown.
    pub condition: Option<String>,
}

impl Tab {
    /// The names as they stand in `data-tab`.
    pub fn data(&self) -> String {
        self.ids.join("+")
    }

    /// What ends the ids of its elements.
    pub fn suffix(&self) -> String {
        let ids = self.ids.join("-");
        self.condition.as_ref().map_or(ids.clone(), |condition| format!("{ids}_{condition}"))
    }
}

/// Reads `#tab/id+id/condition`.
pub fn read(address: &str) -> Option<Tab> {
    let rest = address.strip_prefix("#tab/")?;
    let (ids, condition) = match rest.split_once('/') {
        Some((ids, condition)) => (ids, Some(condition)),
        None => (rest, None),
    };
    let ids: Vec<String> = ids.split('+').map(str::to_ascii_lowercase).collect();
    let is_good = ids.iter().all(|id| is_id(id)) && condition.is_none_or(is_id) && ids.len() <= 8;
    is_good.then(|| Tab { ids, condition: condition.map(str::to_ascii_lowercase) })
}

fn is_id(id: &str) -> bool {
    !id.is_empty() && id.len() <= 64 && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_tabs() {
        let read = |address| read(address).map(|tab| (tab.data(), tab.suffix()));
        assert_eq!(read("#tab/linux"), Some(("linux".into(), "linux".into())));
        assert_eq!(read("#tab/A+b/c"), Some(("a+b".into(), "a-b_c".into())));
        for bad in ["#tab/", "#tab/a/", "#tab/a b", "#tab/a_b", "#tab/a/b/c", "#x", "#tab/+a"] {
            assert_eq!(read(bad), None, "{bad}");
        }
    }
}
