//! Files of the old site: what belongs to its posts, and the pictures that come.

use wxr::Item;

use super::{Import, addresses, rules, rules::Upload};
use crate::{
    ids::RowId,
    talk::old_sites::{self, Address, Kind},
};

impl Import<'_> {
    /// The new address of an upload, if it is a picture and could be taken over.
    pub(super) async fn bring(&mut self, upload: &Upload, shown_in: &str) -> anyhow::Result<Option<String>> {
        if !upload.is_picture() || !self.pictures.is_anywhere() {
            return Ok(None);
        }
        match self.pictures.bring(self.app, upload).await? {
            Ok(address) => Ok(address),
            Err(why) => {
                let name = format!("{} in “{shown_in}”", upload.path);
                self.report.leave_out("picture", &format!("{why}; the old address stays in the text"), &name);
                Ok(None)
            }
        }
    }

    /// An attachment is no page of its own here: its picture comes in where a text shows it, and its old addresses lead
    /// to it, or to what it belongs to.
    pub(super) async fn take_attachment(&mut self, item: &Item) -> anyhow::Result<()> {
        let title = rules::plain_line(&item.title);
        let address = item.attachment_url.as_deref().unwrap_or(&item.guid);
        let mut file = old_sites::Item::new(RowId(self.app.db.ids.next()), Kind::Attachment);
        file.number = item.id.and_then(|number| i64::try_from(number).ok());
        file.guid.clone_from(&item.guid);
        file.parent = item.parent.and_then(|parent| i64::try_from(parent).ok());
        file.position = item.menu_order;
        address.clone_into(&mut file.address);
        file.alt = rules::plain_line(rules::meta(item, "_wp_attachment_image_alt").unwrap_or_default());
        file.caption = item.excerpt.trim().to_owned();
        file.title.clone_from(&title);
        match rules::upload(address, &self.survey.site, &self.survey.hosts) {
            None => {
                self.report.leave_out("attachment", "its file lies elsewhere than the site's uploads", address);
            }
            Some(upload) if !upload.is_picture() => {
                self.report.leave_out(
                    "attachment",
                    "no picture; files of other kinds are not served yet",
                    &upload.path,
                );
            }
            Some(upload) if self.pictures.is_anywhere() => file.file = self.bring(&upload, &title).await?,
            Some(upload) => {
                let why = "pictures are taken over with --uploads DIR or --fetch; texts show them at their old address";
                self.report.leave_out("picture", why, &upload.path);
            }
        }
        if !self.is_new {
            self.keep_number(&mut file).await?;
        }
        // Without a number nothing can refer to it but by its address.
        let (item_here, goal) = if file.number.is_some() { (Some(file.id), None) } else { (None, file.file.clone()) };
        for (host, path) in addresses::of_item(item, &self.home) {
            if item_here.is_some() || goal.is_some() {
                self.batch.address(Address { path, host, item: item_here, goal: goal.clone() });
            }
        }
        if file.number.is_some() {
            self.batch.item(file);
        }
        Ok(())
    }

    /// What came before keeps its number here.
    pub(super) async fn keep_number(&mut self, item: &mut old_sites::Item) -> anyhow::Result<()> {
        let Some(number) = item.number else { return Ok(()) };
        let mut conn = self.app.db.read().await?;
        if let Some(before) = old_sites::numbered(&mut conn, self.site, &[number]).await?.first() {
            if before.post.is_none() {
                item.id = before.id;
            } else {
                item.number = None;
            }
        }
        Ok(())
    }
}
