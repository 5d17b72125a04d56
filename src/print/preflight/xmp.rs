//! What does the XMP packet say? Read as RDF, whichever of its forms a property takes.

use roxmltree::{Document, Node, ParsingOptions};

/// Larger packets are none.
const MOST_BYTES: usize = 1 << 20;
const MOST_NODES: u32 = 20_000;

pub(super) const DC: &str = "http://purl.org/dc/elements/1.1/";
pub(super) const XMP: &str = "http://ns.adobe.com/xap/1.0/";
pub(super) const XMP_MM: &str = "http://ns.adobe.com/xap/1.0/mm/";
pub(super) const PDF: &str = "http://ns.adobe.com/pdf/1.3/";
pub(super) const PDFX: &str = "http://ns.adobe.com/pdfx/1.3/";
pub(super) const PDFX_ID: &str = "http://www.npes.org/pdfx/ns/id/";

const RDF: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

/// A packet that can be read.
pub(super) struct Packet<'a>(Document<'a>);

impl<'a> Packet<'a> {
    pub(super) fn parse(text: &'a str) -> Option<Self> {
        let bounded = ParsingOptions { nodes_limit: MOST_NODES, ..ParsingOptions::default() };
        let whole = text.len() <= MOST_BYTES && text.contains("<?xpacket begin") && text.contains("<?xpacket end");
        let document = Document::parse_with_options(text.trim_start_matches('\u{feff}'), bounded).ok().filter(|_| whole)?;
        document.descendants().any(|node| node.has_tag_name((RDF, "RDF"))).then_some(Self(document))
    }

    /// A property of the document, as an attribute or an element; of a list or of languages the first.
    pub(super) fn property(&self, space: &str, name: &str) -> Option<String> {
        let descriptions = self.0.descendants().filter(|node| node.has_tag_name((RDF, "Description")));
        for description in descriptions {
            if let Some(value) = description.attribute((space, name)) {
                return Some(value.to_owned());
            }
            if let Some(element) = description.children().find(|node| node.has_tag_name((space, name))) {
                let first = element.descendants().find(|node| node.has_tag_name((RDF, "li"))).unwrap_or(element);
                return Some(text_of(first));
            }
        }
        None
    }
}

fn text_of(node: Node<'_, '_>) -> String {
    node.text().unwrap_or_default().trim().to_owned()
}
