//! Credentials within pictures, and pictures that were made to do harm.

mod common;

use common::{METHOD, World, badge, secret, signed};
use credentials::{
    baking::{Unbaked, bake_png, bake_svg, is_picture, unbake},
    jwt,
    keys::Signer,
    proof::Suite,
};
use flate2::{Compression, write::ZlibEncoder};
use proptest::prelude::*;
use std::io::Write;

fn chunk(kind: [u8; 4], data: &[u8]) -> Vec<u8> {
    let body = [kind.as_slice(), data].concat();
    let length = u32::try_from(data.len()).expect("it fits").to_be_bytes();
    [length.as_slice(), &body, &crc32fast::hash(&body).to_be_bytes()].concat()
}

fn packed(data: &[u8]) -> Vec<u8> {
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::best());
    packed.write_all(data).expect("in memory");
    packed.finish().expect("in memory")
}

/// A PNG of one grey point, with these chunks before its end.
fn png(more: &[Vec<u8>]) -> Vec<u8> {
    let head = chunk(*b"IHDR", &[0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
    let point = chunk(*b"IDAT", &packed(&[0, 128]));
    [b"\x89PNG\r\n\x1a\n".to_vec(), head, point, more.concat(), chunk(*b"IEND", &[])].concat()
}

const SVG: &str = r#"<?xml version="1.0"?>
<!-- drawn by hand -->
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" ><title>A &amp; B</title><path d='M0 0h9'/></svg>
"#;

fn json() -> String {
    signed(badge().to_json(), Suite::Rdfc).to_string()
}

fn jws() -> String {
    jwt::issue(&badge().to_json(), Signer { secret: &secret(1), method: METHOD })
}

#[test]
fn a_baked_picture_verifies_and_shows_the_same() {
    for credential in [json(), jws()] {
        for picture in [bake_png(&png(&[]), &credential), bake_svg(SVG.as_bytes(), &credential)] {
            let picture = picture.expect("it is baked");
            assert!(is_picture(&picture));
            assert_eq!(unbake(&picture).as_ref(), Ok(&credential));
            assert!(World::new().verify(&picture).expect("it holds a credential").is_sound());
        }
        // Nothing else of the picture is touched.
        let baked = bake_png(&png(&[]), &credential).expect("it is baked");
        assert!(baked.starts_with(&png(&[])[..png(&[]).len() - 12]) && baked.ends_with(&chunk(*b"IEND", &[])));
        let baked = String::from_utf8(bake_svg(SVG.as_bytes(), &credential).expect("it is baked")).expect("it is text");
        let (before, after) = SVG.split_once("<title>").expect("it has a title");
        assert!(baked.starts_with(before) && baked.ends_with(&format!("<title>{after}")));
    }
}

#[test]
fn a_picture_is_baked_again_in_place_of_the_old() {
    let png = bake_png(&bake_png(&png(&[]), &json()).expect("it is baked"), &jws()).expect("it is baked");
    assert_eq!(unbake(&png), Ok(jws()));
    let svg = bake_svg(&bake_svg(SVG.as_bytes(), &jws()).expect("it is baked"), &json()).expect("it is baked");
    assert_eq!(unbake(&svg), Ok(json()));
    let again = bake_svg(&bake_svg(SVG.as_bytes(), &json()).expect("it is baked"), &json()).expect("it is baked");
    assert_eq!(again, svg);
    let empty = bake_svg(b"<s:svg xmlns:s='http://www.w3.org/2000/svg' />", &json()).expect("it is baked");
    assert_eq!(unbake(&empty), Ok(json()));
}

#[test]
fn texts_that_end_a_section_stay_whole() {
    let text = r#"{"a":"]]> <svg> & </openbadges:credential> é"}"#;
    assert_eq!(unbake(&bake_svg(SVG.as_bytes(), text).expect("it is baked")).as_deref(), Ok(text));
    assert_eq!(unbake(&bake_png(&png(&[]), text).expect("it is baked")).as_deref(), Ok(text));
}

#[test]
fn pictures_of_others_are_read() {
    let said = r#"{"type":"x"}"#;
    let itxt = |keyword: &str, rest: &[u8]| chunk(*b"iTXt", &[keyword.as_bytes(), &[0], rest].concat());
    let plain = itxt("openbadgecredential", &[b"\0\0en\0Badge\0".as_slice(), said.as_bytes()].concat());
    assert_eq!(unbake(&png(&[plain])).as_deref(), Ok(said));
    let small = itxt("openbadgecredential", &[b"\x01\0\0\0".as_slice(), &packed(said.as_bytes())].concat());
    assert_eq!(unbake(&png(&[small])).as_deref(), Ok(said));
    let old = itxt("openbadges", &[b"\0\0\0\0".as_slice(), said.as_bytes()].concat());
    assert_eq!(unbake(&png(&[itxt("Comment", b"\0\0\0\0x"), old])).as_deref(), Ok(said));
    for svg in [
        r#"<svg xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"><openbadges:credential>{&quot;type&quot;:&#34;x&#x22;}</openbadges:credential></svg>"#,
        r#"<svg xmlns:ob="x"><g><ob:credential xmlns:ob="https://purl.imsglobal.org/ob/v3p0"><![CDATA[ {"type":"x"} ]]></ob:credential></g></svg>"#,
        r#"<svg><openbadges:assertion xmlns:openbadges="http://openbadges.org" verify="https://ex.org/1"><![CDATA[{"type":"x"}]]></openbadges:assertion></svg>"#,
        "\u{feff}<svg><openbadges:credential verify='{\"type\":\"x\"}'/></svg>",
    ] {
        assert_eq!(unbake(svg.as_bytes()).as_deref(), Ok(said), "{svg}");
    }
}

#[test]
fn pictures_that_mislead_are_refused() {
    let one = chunk(*b"iTXt", b"openbadgecredential\0\0\0\0\0{}");
    assert_eq!(unbake(&png(&[one.clone(), one.clone()])), Err(Unbaked::Several));
    assert_eq!(unbake(&png(&[one.clone(), chunk(*b"tEXt", b"openbadges\0https://ex.org")])), Err(Unbaked::Several));
    assert_eq!(unbake(&png(&[])), Err(Unbaked::Nothing));
    let bomb = [b"openbadgecredential\0\x01\0\0\0".as_slice(), &packed(&vec![b' '; 64 << 20])].concat();
    assert_eq!(unbake(&png(&[chunk(*b"iTXt", &bomb)])), Err(Unbaked::TooLarge));
    // After its end a picture holds nothing.
    assert_eq!(unbake(&[png(&[]), one.clone()].concat()), Err(Unbaked::Nothing));
    for cut in [9, 20, 40, 60] {
        assert_eq!(unbake(&png(std::slice::from_ref(&one))[..cut]), Err(Unbaked::Damaged));
    }
    let mut changed = png(std::slice::from_ref(&one));
    let place = changed.len() - 18;
    changed[place] ^= 1;
    assert_eq!(unbake(&changed), Err(Unbaked::Damaged));
    let long = [b"\x89PNG\r\n\x1a\n".as_slice(), &[0xff; 8]].concat();
    assert_eq!(unbake(&long), Err(Unbaked::Damaged));

    let two = "<svg><openbadges:credential verify='a'/><openbadges:credential verify='b'/></svg>";
    assert_eq!(unbake(two.as_bytes()), Err(Unbaked::Several));
    let both = "<svg><openbadges:credential verify='a.b.c'>{}</openbadges:credential></svg>";
    assert_eq!(unbake(both.as_bytes()), Err(Unbaked::Several));
    let entity = "<!DOCTYPE svg [<!ENTITY x \"{}\">]><svg><openbadges:credential>&x;</openbadges:credential></svg>";
    assert_eq!(unbake(entity.as_bytes()), Err(Unbaked::Damaged));
    assert_eq!(unbake(b"<svg><g></svg>"), Err(Unbaked::Damaged));
    assert_eq!(unbake(b"<svg><g>"), Err(Unbaked::Damaged));
    assert_eq!(unbake(b"<html><svg/></html>"), Err(Unbaked::NotAPicture));
    assert_eq!(unbake(SVG.as_bytes()), Err(Unbaked::Nothing));
    assert_eq!(unbake(b"GIF89a"), Err(Unbaked::NotAPicture));
    assert_eq!(bake_svg(b"<html/>", "{}"), Err(Unbaked::NotAPicture));
    assert_eq!(bake_png(b"GIF89a", "{}"), Err(Unbaked::NotAPicture));
}

proptest! {
    #[test]
    fn no_file_makes_it_fall_over(bytes in proptest::collection::vec(any::<u8>(), 0..200), cut in 0_usize..400) {
        let _ = unbake(&bytes);
        let _ = bake_svg(&bytes, "{}");
        let png = bake_png(&png(&[chunk(*b"iTXt", &bytes)]), "{}").expect("it is a PNG");
        let mut part = png[..cut.min(png.len())].to_vec();
        let _ = unbake(&part);
        part.extend(&bytes);
        let _ = unbake(&part);
        let mut svg = SVG.as_bytes()[..cut.min(SVG.len())].to_vec();
        svg.extend(&bytes);
        let _ = unbake(&svg);
        let _ = World::new().verify(&bytes);
    }
}
