//! Reads a WXR file from standard input and says what is in it.

use std::io;

fn main() -> Result<(), wxr::Error> {
    let mut export = wxr::Reader::new(io::stdin().lock());
    let (mut items, mut comments) = (0, 0);
    while let Some(record) = export.next()? {
        match record {
            wxr::Record::Item(_) => items += 1,
            wxr::Record::Comment(_) => comments += 1,
            wxr::Record::Site(site) => println!("{}, WXR {}", site.title, site.version),
            _ => {}
        }
    }
    println!("{items} items, {comments} comments, {} bytes", export.position());
    Ok(())
}
