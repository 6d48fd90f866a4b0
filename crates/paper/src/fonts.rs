//! The fonts that papers are written with.

use crate::Unwritten;
use parley::{
    FontContext,
    fontique::{Blob, Collection, CollectionOptions, SourceCache},
};

/// Fonts by their bytes, in the order in which they are asked for a character.
#[derive(Clone)]
pub struct Fonts {
    pub(crate) context: FontContext,
    pub(crate) families: Vec<String>,
}

impl Fonts {
    /// Reads fonts (TrueType or OpenType, or collections of them). Faces of one family belong together: bold ones are
    /// used for headings. None of the machine's own are ever looked at.
    pub fn new(files: impl IntoIterator<Item = Vec<u8>>) -> Result<Self, Unwritten> {
        let options = CollectionOptions { shared: false, system_fonts: false };
        let mut context = FontContext { collection: Collection::new(options), source_cache: SourceCache::default() };
        let mut families: Vec<String> = Vec::new();
        for (number, file) in files.into_iter().enumerate() {
            let found = context.collection.register_fonts(Blob::from(file), None);
            if found.is_empty() {
                return Err(Unwritten::NotAFont(number));
            }
            for (family, _) in found {
                let name = context.collection.family_name(family).unwrap_or_default().to_owned();
                if !families.contains(&name) {
                    families.push(name);
                }
            }
        }
        Ok(Self { context, families })
    }
}

impl std::fmt::Debug for Fonts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Fonts").field(&self.families).finish()
    }
}
