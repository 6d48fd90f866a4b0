//! A backup of a community that is running, and its way back: `lyceum backup`, `verify-backup` and `restore`.
//!
//! Everything is one zip, which has another name until it is complete and was read once more. Files come first and the
//! database after them, since files are let go of when nothing uses them any more: what the database names is then in the
//! archive. Those that came meanwhile follow.

mod archive;
mod store;
#[cfg(test)]
mod tests;

use std::{
    fmt,
    fs::{self, DirBuilder, File, OpenOptions, TryLockError},
    io::{self, BufReader, BufWriter, ErrorKind, Write},
    os::unix::fs::{DirBuilderExt, OpenOptionsExt},
    path::{Path, PathBuf},
};

use anyhow::{Context, anyhow, bail, ensure};
use futures_util::StreamExt;
use zip::result::ZipError;

pub use self::archive::Manifest;
use self::archive::{Reader, Writer};
use crate::{
    ids::Timestamp,
    kit::{
        app::App,
        config::Settings,
        db::{
            Conn, Location,
            dump::{self, Contents},
        },
        i18n::machine_time,
    },
};

/// What an archive is called: the moment it is of stands between the two.
const NAME: (&str, &str) = ("lyceum-", ".zip");
/// What stands at the end of the names of what is not complete.
const PART: &str = ".part";
/// Held by whoever makes a backup in a folder.
const LOCK: &str = ".lyceum-backup.lock";
/// Stands at the end of the names of what is being restored.
const RESTORING: &str = "restoring";
/// An operator who had a backup made once is told when the last one is older, in days.
pub const OLD_AFTER_DAYS: i64 = 8;

/// Where the archive goes.
#[derive(clap::Args)]
pub struct Options {
    /// The folder for the archive; it is made when it is missing
    #[arg(value_name = "FOLDER")]
    pub folder: PathBuf,
}

/// An archive that was made before.
#[derive(clap::Args)]
pub struct Made {
    /// The archive: a lyceum-….zip
    #[arg(value_name = "ARCHIVE")]
    pub archive: PathBuf,
}

/// The last backup that was found whole.
#[derive(sqlx::FromRow, Clone, Debug, PartialEq, Eq)]
pub struct Last {
    /// The moment that it is of.
    pub made_at: Timestamp,
    /// How large its file is.
    pub bytes: i64,
    /// What its file is called.
    pub name: String,
}

impl Last {
    /// Whether somebody should look why there is no newer one.
    pub fn is_old(&self, now: Timestamp) -> bool {
        self.made_at < now.plus_days(-OLD_AFTER_DAYS)
    }
}

/// The last good backup, if one was ever made.
pub async fn last(conn: &mut Conn) -> anyhow::Result<Option<Last>> {
    Ok(store::last(conn).await?)
}

/// What was done with an archive.
#[derive(Debug)]
pub struct Report {
    what: &'static str,
    /// Where it is.
    pub archive: PathBuf,
    bytes: u64,
    /// What it says of itself.
    pub manifest: Manifest,
    /// Files whose content was not what their names say.
    pub damaged: Vec<String>,
    /// What could not be tidied up or written down; nothing of it harms the archive.
    pub notes: Vec<String>,
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Manifest { kind, made_at, contents, files, .. } = &self.manifest;
        let rows = |name: &str| contents.tables.iter().find(|table| table.name == name).map_or(0, |table| table.rows);
        writeln!(f, "{} {} ({})", self.what, self.archive.display(), size(self.bytes))?;
        writeln!(
            f,
            "  {kind}, as of {made_at}: {} members, {} posts and pages, {} comments; {files} files",
            rows("member"),
            rows("post"),
            rows("comment")
        )?;
        for name in &self.damaged {
            writeln!(f, "  look  The file {name} is damaged where it lies, and is in the archive as it is.")?;
        }
        for note in &self.notes {
            writeln!(f, "  look  {note}")?;
        }
        Ok(())
    }
}

fn size(bytes: u64) -> String {
    match bytes {
        0..10_000 => format!("{bytes} bytes"),
        10_000..10_000_000 => format!("{} KB", bytes / 1_000),
        _ => format!("{} MB", bytes / 1_000_000),
    }
}

/// An error when there is no database yet: opening it would make an empty one, and a backup of that would look like one.
pub fn expect_a_database(settings: &Settings) -> anyhow::Result<()> {
    match &settings.database {
        Location::File(file) if !file.exists() => bail!(
            "There is no database at {}. Start this in the folder of the server's `lyceum.toml`, or set `data`. Nothing was \
             written.",
            file.display()
        ),
        _ => Ok(()),
    }
}

/// Backs everything up into one archive in a folder.
///
/// # Errors
/// What kept it from being complete. Nothing of it is left then, and what was there before is as it was.
pub async fn run(app: &App, options: &Options) -> anyhow::Result<Report> {
    let folder = &options.folder;
    let nothing = |error: anyhow::Error| error.context("No backup was made; earlier ones are as they were");
    let _lock = claim(folder).map_err(nothing)?;
    let mut notes = sweep(folder);
    let made = make(app, folder).await;
    let part = PathBuf::from(folder).join(format!("{}{PART}", NAME.0));
    if made.is_err() {
        notes.extend(sweep(folder));
    }
    let (manifest, made_at, damaged) = made.map_err(|error| nothing(full(error, folder)))?;
    let archive = keep(folder, &part, made_at).map_err(|error| {
        sweep(folder);
        nothing(full(error, folder))
    })?;
    let bytes = fs::metadata(&archive)?.len();
    let name = archive.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let length = i64::try_from(bytes)?;
    // The archive is good whether or not the site hears of it.
    let noted = app.db.always(async |tx| Ok(store::note(tx, made_at, length, &name).await?)).await;
    if let Err(error) = noted {
        notes.push(format!("The site could not be told that there is a backup: {error:#}."));
    }
    Ok(Report { what: "Backed up and verified:", archive, bytes, manifest, damaged, notes })
}

/// Sees to it that only one makes a backup in a folder at a time. It ends with the process, however that ends.
fn claim(folder: &Path) -> anyhow::Result<File> {
    let shown = folder.display();
    let made = DirBuilder::new().recursive(true).mode(0o700).create(folder);
    made.with_context(|| format!("cannot make the folder {shown}"))?;
    let lock = OpenOptions::new().write(true).create(true).truncate(false).mode(0o600).open(folder.join(LOCK));
    let lock = lock.with_context(|| format!("cannot write into the folder {shown}"))?;
    match lock.try_lock() {
        Ok(()) => Ok(lock),
        Err(TryLockError::WouldBlock) => bail!("another backup is being made in {shown}"),
        Err(TryLockError::Error(error)) => Err(error).with_context(|| format!("cannot lock {shown}")),
    }
}

/// Removes what a backup left behind that was broken off; answers what could not be.
fn sweep(folder: &Path) -> Vec<String> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) => return vec![format!("The folder {} cannot be looked through: {error}.", folder.display())],
    };
    let mut notes = vec![];
    for entry in entries.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let is_rest = name.starts_with(NAME.0) && [PART, "-journal"].iter().any(|end| name.ends_with(end));
        if is_rest && let Err(error) = fs::remove_file(entry.path()) {
            notes.push(format!("{name} is left of a backup that was broken off and cannot be removed: {error}."));
        }
    }
    notes
}

/// Makes an archive under the name of what is not complete, and reads it once more.
async fn make(app: &App, folder: &Path) -> anyhow::Result<(Manifest, Timestamp, Vec<String>)> {
    let part = folder.join(format!("{}{PART}", NAME.0));
    let file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&part)?;
    let mut writer = Writer::new(BufWriter::new(file));
    let mut damaged = vec![];
    let before = app.files.names().await?;
    for name in &before {
        take_file(app, &mut writer, name, &mut damaged).await?;
    }
    let made_at = app.now();
    let contents = take_database(&app.settings.database, folder, &mut writer).await?;
    for name in app.files.names().await?.iter().filter(|name| before.binary_search(name).is_err()) {
        take_file(app, &mut writer, name, &mut damaged).await?;
    }
    let files = writer.members.iter().filter(|member| archive::file_at(&member.name).is_some()).count();
    let manifest = Manifest {
        format: archive::FORMAT,
        lyceum: env!("CARGO_PKG_VERSION").into(),
        kind: app.db.kind().into(),
        made_at: machine_time(made_at),
        contents,
        files: u64::try_from(files)?,
        members: writer.members.clone(),
    };
    let mut file = writer.finish(&manifest)?;
    file.flush()?;
    file.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()?;
    let mut written = Reader::open(BufReader::new(File::open(&part)?)).context("what was written cannot be read")?;
    ensure!(written.manifest == manifest, "what was written is not what can be read: is the disk at its end?");
    written.check().context("what was written is not what can be read: is the disk at its end?")?;
    Ok((manifest, made_at, damaged))
}

/// Takes a file in; one that nothing uses any more may have gone meanwhile.
async fn take_file<W: Write + io::Seek>(
    app: &App,
    writer: &mut Writer<W>,
    name: &str,
    damaged: &mut Vec<String>,
) -> anyhow::Result<()> {
    let Some(mut stream) = app.files.whole(name).await? else { return Ok(()) };
    writer.begin_stored(&archive::file_path(name))?;
    while let Some(bytes) = stream.next().await {
        writer.add(&bytes.with_context(|| format!("the file {name} cannot be read"))?)?;
    }
    let hash = writer.end();
    if !name.starts_with(&hash[..32]) {
        damaged.push(name.to_owned());
    }
    Ok(())
}

async fn take_database<W: Write + io::Seek>(
    database: &Location,
    folder: &Path,
    writer: &mut Writer<W>,
) -> anyhow::Result<Contents> {
    match database {
        Location::File(file) => {
            let copy = folder.join(format!("{}database{PART}", NAME.0));
            // Beforehand, so that nobody but its owner can ever read it.
            OpenOptions::new().write(true).create_new(true).mode(0o600).open(&copy)?;
            let contents = dump::copy_file(file, &copy).await.context("the database could not be copied")?;
            writer.begin_compressed(archive::SQLITE)?;
            writer.take(File::open(&copy)?)?;
            writer.end();
            fs::remove_file(&copy)?;
            Ok(contents)
        }
        Location::Postgres(url) => {
            let mut reading = dump::Reading::begin(url).await.context("the database could not be read")?;
            let contents = reading.contents.clone();
            for table in &contents.tables {
                writer.begin_compressed(&archive::table_path(&table.name))?;
                let mut rows = 0;
                let mut stream = reading.rows(table).await?;
                while let Some(bytes) = stream.next().await {
                    let bytes = bytes.with_context(|| format!("the table {} could not be read", table.name))?;
                    // A row is a line; line ends within values are written as `\n`.
                    rows += bytes.iter().map(|byte| i64::from(*byte == b'\n')).sum::<i64>();
                    writer.add(&bytes)?;
                }
                drop(stream);
                writer.end();
                ensure!(rows == table.rows, "the table {} gave {rows} rows of {}", table.name, table.rows);
            }
            reading.end().await?;
            Ok(contents)
        }
    }
}

/// Gives what is complete its name.
fn keep(folder: &Path, part: &Path, made_at: Timestamp) -> anyhow::Result<PathBuf> {
    let moment = jiff::Timestamp::from_millisecond(made_at.0)?.strftime("%Y%m%d-%H%M%SZ").to_string();
    let mut archive = folder.join(format!("{}{moment}{}", NAME.0, NAME.1));
    for number in 2.. {
        if !archive.exists() {
            break;
        }
        archive = folder.join(format!("{}{moment}-{number}{}", NAME.0, NAME.1));
    }
    fs::rename(part, &archive)?;
    // The name is on the disk as well as what it names.
    File::open(folder)?.sync_all()?;
    Ok(archive)
}

/// Says it plainly if there was no room.
fn full(error: anyhow::Error, folder: &Path) -> anyhow::Error {
    if is_full(&error) {
        return error.context(format!("there is no room left in {}", folder.display()));
    }
    error
}

/// Whether an error says that a disk is full.
pub fn is_full(error: &anyhow::Error) -> bool {
    let io = |error: &io::Error| {
        matches!(error.kind(), ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge)
    };
    error.chain().any(|cause| {
        if let Some(ZipError::Io(error)) = cause.downcast_ref() {
            return io(error);
        }
        if let Some(sqlx::Error::Database(said)) = cause.downcast_ref() {
            // SQLITE_FULL; PostgreSQL, appendix A: disk_full.
            return said.code().is_some_and(|code| ["13", "53100"].contains(&&*code));
        }
        cause.downcast_ref::<io::Error>().is_some_and(io)
    })
}

fn open(archive: &Path) -> anyhow::Result<(Reader<BufReader<File>>, u64)> {
    let shown = archive.display();
    let file = File::open(archive).with_context(|| format!("cannot read {shown}"))?;
    let bytes = file.metadata()?.len();
    let reader = Reader::open(BufReader::new(file)).with_context(|| format!("{shown} is no good backup"))?;
    Ok((reader, bytes))
}

/// Looks whether an archive is whole.
///
/// # Errors
/// Which part of it is not.
pub fn verify(made: &Made) -> anyhow::Result<Report> {
    let archive = made.archive.clone();
    let (mut reader, bytes) = open(&archive)?;
    reader.check().with_context(|| format!("{} is no good backup", archive.display()))?;
    let manifest = reader.manifest;
    Ok(Report { what: "Whole:", archive, bytes, manifest, damaged: vec![], notes: vec![] })
}

/// Makes a community of an archive, where there is none yet.
///
/// # Errors
/// Why not; nothing was made then.
pub async fn restore(settings: &Settings, made: &Made) -> anyhow::Result<Report> {
    let nothing = |error: anyhow::Error| error.context("Nothing was restored");
    let files = settings.data.join("files");
    expect_nothing(settings, &files).await.map_err(nothing)?;
    let (mut reader, bytes) = open(&made.archive).map_err(nothing)?;
    let manifest = reader.manifest.clone();
    fits(&manifest, &settings.database).map_err(nothing)?;
    reader.check().with_context(|| format!("{} is no good backup", made.archive.display())).map_err(nothing)?;
    let done = put_back(settings, &mut reader, &files).await;
    if let Err(error) = done {
        let _ = fs::remove_dir_all(beside(&files));
        if let Location::File(file) = &settings.database {
            let _ = fs::remove_file(beside(file));
        }
        return Err(nothing(full(error, &settings.data)));
    }
    Ok(Report {
        what: "Restored from",
        archive: made.archive.clone(),
        bytes,
        manifest,
        damaged: vec![],
        notes: vec![
            "Start the server; it brings the tables up to date if the archive is older. E-mails that waited when the archive \
             was made are sent then: where this is only a trial, set `mail_folder` before."
                .into(),
        ],
    })
}

/// A name beside another, for what is not complete.
fn beside(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(RESTORING);
    name.into()
}

/// Whether there is room for a community: no database, and no files.
async fn expect_nothing(settings: &Settings, files: &Path) -> anyhow::Result<()> {
    let remedy = "a backup is restored only where nothing is yet: move it away, or choose an empty place with the settings \
                  `data` and `database`";
    match &settings.database {
        Location::File(file) => {
            for end in ["", "-wal", "-shm"] {
                let mut name = file.as_os_str().to_owned();
                name.push(end);
                let name = PathBuf::from(name);
                ensure!(!name.exists(), "there is a database at {} already; {remedy}", name.display());
            }
        }
        Location::Postgres(url) => {
            let place = &settings.database;
            ensure!(dump::is_empty(url).await?, "the database {place} has tables already; {remedy}");
        }
    }
    match fs::read_dir(files) {
        Ok(mut entries) => {
            ensure!(entries.next().is_none(), "there are files in {} already; {remedy}", files.display());
            Ok(())
        }
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error).with_context(|| format!("cannot look into {}", files.display())),
    }
}

/// Whether this program and this kind of database can hold what is in an archive.
fn fits(manifest: &Manifest, database: &Location) -> anyhow::Result<()> {
    let kind = match database {
        Location::File(_) => "SQLite",
        Location::Postgres(_) => "PostgreSQL",
    };
    let Manifest { kind: made_of, lyceum, contents, .. } = manifest;
    ensure!(
        made_of == kind,
        "the archive was made of a {made_of} database, and the setting `database` names one of {kind}: restore it into one \
         of its own kind"
    );
    if let Some(version) = contents.newer_than_this(kind) {
        bail!(
            "the archive was made by a newer Lyceum ({lyceum}, with migration {version}) than this one ({}): use that one or a \
             newer",
            env!("CARGO_PKG_VERSION")
        );
    }
    Ok(())
}

async fn put_back(settings: &Settings, reader: &mut Reader<BufReader<File>>, files: &Path) -> anyhow::Result<()> {
    let manifest = reader.manifest.clone();
    let coming = beside(files);
    // What was broken off before.
    match fs::remove_dir_all(&coming) {
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(error.into()),
        _ => {}
    }
    DirBuilder::new().recursive(true).mode(0o700).create(&coming)?;
    for member in manifest.members.iter().filter(|member| archive::file_at(&member.name).is_some()) {
        let path = coming.join(member.name.trim_start_matches("files/"));
        if let Some(folder) = path.parent() {
            DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
        }
        unpack(reader, member, &path)?;
    }
    match &settings.database {
        Location::File(file) => {
            if let Some(folder) = file.parent().filter(|folder| !folder.as_os_str().is_empty()) {
                DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
            }
            let copy = beside(file);
            if copy.exists() {
                fs::remove_file(&copy)?;
            }
            let member = manifest.members.iter().find(|member| member.name == archive::SQLITE);
            let member = member.ok_or_else(|| anyhow!("there is no database in the archive"))?;
            unpack(reader, member, &copy)?;
            let there = dump::look_into(&copy).await?;
            ensure!(there == manifest.contents, "the database does not hold what the manifest says");
            take_place(&coming, files)?;
            fs::rename(&copy, file).inspect_err(|_| {
                let _ = fs::rename(files, &coming);
            })?;
            sync_folder_of(file)
        }
        Location::Postgres(url) => {
            let Ok(mut writing) = dump::Writing::begin(url, &manifest.contents).await? else {
                bail!("somebody else made tables in the database meanwhile");
            };
            for table in &manifest.contents.tables {
                let path = archive::table_path(&table.name);
                let member = manifest.members.iter().find(|member| member.name == path);
                let member = member.ok_or_else(|| anyhow!("the table {} is not in the archive", table.name))?;
                let mut part = reader.part(member)?;
                let mut filling = writing.table(table).await?;
                while let Some(bytes) = part.read_on()? {
                    filling.add(bytes).await?;
                }
                filling.done().await.with_context(|| format!("the table {} could not be filled", table.name))?;
            }
            take_place(&coming, files)?;
            writing.done().await.inspect_err(|_| {
                let _ = fs::rename(files, &coming);
            })
        }
    }
}

/// Writes a part of an archive into a file.
fn unpack(reader: &mut Reader<BufReader<File>>, member: &archive::Member, path: &Path) -> anyhow::Result<()> {
    let mut part = reader.part(member)?;
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    while let Some(bytes) = part.read_on()? {
        file.write_all(bytes)?;
    }
    Ok(file.sync_all()?)
}

/// Files that are complete take the place of the empty folder, if there is one.
fn take_place(coming: &Path, files: &Path) -> anyhow::Result<()> {
    fs::rename(coming, files)?;
    sync_folder_of(files)
}

fn sync_folder_of(path: &Path) -> anyhow::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    Ok(File::open(folder)?.sync_all()?)
}
