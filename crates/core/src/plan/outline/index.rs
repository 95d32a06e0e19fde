//! Which node stands at an address: by walking along the nodes of a short document, by a table of those of a long one.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::super::Address;
use super::super::node::{Node, NodeId};

/// The most nodes that are walked along. Few documents have more, and these need no table before their first screen.
const FEW: usize = 2000;

/// The nodes by their addresses, as soon as one of many is looked for.
#[derive(Clone, Debug, Default)]
pub(super) struct Index(OnceLock<HashMap<Address, NodeId>>);

impl Index {
    /// The first node at an address.
    pub(super) fn find(&self, wanted: Address, nodes: &[Node]) -> Option<NodeId> {
        if nodes.len() <= FEW {
            return nodes.iter().position(|node| node.address == wanted);
        }
        let table = self.0.get_or_init(|| {
            // The first of a place is written last.
            let nodes = nodes.iter().enumerate().rev();
            nodes.map(|(id, node)| (node.address, id)).collect()
        });
        table.get(&wanted).copied()
    }
}

/// What has been looked up makes no difference.
impl PartialEq for Index {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Index {}
