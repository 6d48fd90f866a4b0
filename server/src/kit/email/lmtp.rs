//! How mail servers hand over what came (LMTP, RFC 2033): one side of the talk, without the connection it is on. Whoever
//! holds that feeds the bytes in, and says what is to be said.

use std::{fmt::Write, slice::Iter};

use smtp_proto::{
    Error, MAIL_BODY_BINARYMIME, MAIL_REQUIRETLS, Request,
    request::receiver::{DataReceiver, DummyDataReceiver, RequestReceiver},
};

/// The largest e-mail that is taken, in bytes.
pub const LARGEST_BYTES: usize = 25 * 1024 * 1024;
/// To so many at once.
const MOST_RECIPIENTS: usize = 100;
/// After so many mistakes whoever makes them is hung up on.
const MOST_MISTAKES: usize = 20;

/// What is to be done next.
#[derive(PartialEq, Eq, Debug)]
pub enum Step {
    /// Wait for more.
    Wait,
    /// Say this.
    Say(String),
    /// Find out whether this recipient is known, and say what [`Session::recipient`] then answers.
    Recipient(String),
    /// Hand this over, and say what [`Session::handed_over`] then answers.
    Deliver(Envelope),
    /// Say this and hang up.
    End(String),
}

/// An e-mail, from whom it came and whom it is for.
#[derive(PartialEq, Eq, Debug, Default)]
pub struct Envelope {
    /// Empty for a report.
    pub sender: String,
    /// Those that were known.
    pub recipients: Vec<String>,
    /// The e-mail as it was sent.
    pub message: Vec<u8>,
}

/// What became of an e-mail for one recipient.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Outcome {
    /// It was taken, and is not lost any more.
    Taken,
    /// There is no such recipient.
    Unknown,
    /// It has to be tried again later.
    Later,
}

impl Outcome {
    const fn line(self) -> &'static str {
        match self {
            Self::Taken => "250 2.0.0 Taken\r\n",
            Self::Unknown => NO_RECIPIENT,
            Self::Later => "451 4.3.0 Try again later\r\n",
        }
    }
}

const NO_RECIPIENT: &str = "550 5.1.1 There is no such recipient\r\n";
const TOO_LARGE: &str = "552 5.3.4 The e-mail is too large\r\n";

/// One connection.
pub struct Session {
    name: String,
    greeted: bool,
    requests: RequestReceiver,
    envelope: Option<Envelope>,
    data: Data,
    mistakes: usize,
}

enum Data {
    None,
    Taken(DataReceiver),
    /// It is too large, and is not kept.
    Dropped(DummyDataReceiver),
}

impl Session {
    /// A connection to a server of this name, and what is said first.
    pub fn new(name: &str) -> (Self, String) {
        let session = Self {
            name: name.to_owned(),
            greeted: false,
            requests: RequestReceiver::default(),
            envelope: None,
            data: Data::None,
            mistakes: 0,
        };
        (session, format!("220 {name} LMTP ready\r\n"))
    }

    /// Takes in bytes, up to where something is to be done.
    pub fn next(&mut self, bytes: &mut Iter<'_, u8>) -> Step {
        match &mut self.data {
            Data::None => match self.requests.ingest(bytes) {
                Ok(request) => {
                    let request = request.into_owned();
                    self.request(request)
                }
                Err(Error::NeedsMoreData { .. }) => Step::Wait,
                Err(Error::ResponseTooLong) => Step::End("500 5.5.2 The line is too long\r\n".into()),
                Err(error) => self.mistake(match error {
                    Error::InvalidSenderAddress => "501 5.1.7 That is no address\r\n",
                    Error::InvalidRecipientAddress => "501 5.1.3 That is no address\r\n",
                    Error::UnsupportedParameter { .. } => "555 5.5.4 That parameter is not supported\r\n",
                    Error::InvalidParameter { .. } | Error::SyntaxError { .. } => "501 5.5.4 That makes no sense\r\n",
                    _ => "500 5.5.1 There is no such command\r\n",
                }),
            },
            Data::Taken(receiver) => {
                let Some(envelope) = &mut self.envelope else { return Step::End("451 4.3.0 Try again\r\n".into()) };
                // In pieces, so that no more is held than may come.
                let room = LARGEST_BYTES.saturating_sub(envelope.message.len()) + 1;
                let all = bytes.as_slice();
                let (piece, rest) = all.split_at(all.len().min(room));
                let mut piece = piece.iter();
                let is_done = receiver.ingest(&mut piece, &mut envelope.message);
                let left = piece.len() + rest.len();
                *bytes = all[all.len() - left..].iter();
                if is_done {
                    self.data = Data::None;
                    return Step::Deliver(std::mem::take(envelope));
                }
                if envelope.message.len() > LARGEST_BYTES {
                    envelope.message = vec![];
                    self.data = Data::Dropped(DummyDataReceiver::new_data(receiver));
                    return self.next(bytes);
                }
                Step::Wait
            }
            Data::Dropped(receiver) => {
                if !receiver.ingest(bytes) {
                    return Step::Wait;
                }
                self.data = Data::None;
                let recipients = self.envelope.take().map_or(0, |envelope| envelope.recipients.len());
                Step::Say(TOO_LARGE.repeat(recipients))
            }
        }
    }

    fn request(&mut self, request: Request<String>) -> Step {
        let say = |line: &str| Step::Say(line.into());
        match request {
            Request::Lhlo { .. } => {
                self.greeted = true;
                self.envelope = None;
                let mut hello = format!("250-{}\r\n", self.name);
                let _ = write!(hello, "250-PIPELINING\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250-ENHANCEDSTATUSCODES\r\n");
                let _ = write!(hello, "250 SIZE {LARGEST_BYTES}\r\n");
                Step::Say(hello)
            }
            Request::Helo { .. } | Request::Ehlo { .. } => self.mistake("500 5.5.1 This is LMTP: say LHLO\r\n"),
            Request::Mail { .. } if !self.greeted => self.mistake("503 5.5.1 Say LHLO first\r\n"),
            Request::Mail { .. } if self.envelope.is_some() => self.mistake("503 5.5.1 One e-mail at a time\r\n"),
            Request::Mail { from } if from.size > LARGEST_BYTES => say(TOO_LARGE),
            Request::Mail { from } if from.flags & (MAIL_BODY_BINARYMIME | MAIL_REQUIRETLS) != 0 => {
                self.mistake("555 5.5.4 That parameter is not supported\r\n")
            }
            Request::Mail { from } => {
                self.envelope = Some(Envelope { sender: from.address, ..Envelope::default() });
                say("250 2.1.0 Go on\r\n")
            }
            Request::Rcpt { to } => match &self.envelope {
                None => self.mistake("503 5.5.1 Say MAIL first\r\n"),
                Some(envelope) if envelope.recipients.len() >= MOST_RECIPIENTS => {
                    say("452 4.5.3 So many at once are too many\r\n")
                }
                Some(_) => Step::Recipient(to.address),
            },
            Request::Data => {
                if self.envelope.as_ref().is_none_or(|envelope| envelope.recipients.is_empty()) {
                    return self.mistake("503 5.5.1 Name a recipient first\r\n");
                }
                let mut receiver = DataReceiver::new();
                // What comes begins on a new line.
                receiver.ingest(&mut b"\r\n".iter(), &mut vec![]);
                self.data = Data::Taken(receiver);
                say("354 Send it, and a dot on a line of its own\r\n")
            }
            Request::Rset => {
                self.envelope = None;
                say("250 2.0.0 Begin again\r\n")
            }
            Request::Noop { .. } => say("250 2.0.0 Yes\r\n"),
            Request::Vrfy { .. } => say("252 2.5.0 Send something, and see\r\n"),
            Request::Quit => Step::End("221 2.0.0 Goodbye\r\n".into()),
            // What follows it would be read as commands.
            Request::Bdat { .. } => Step::End("502 5.5.1 There is no such command\r\n".into()),
            _ => self.mistake("502 5.5.1 There is no such command\r\n"),
        }
    }

    fn mistake(&mut self, line: &str) -> Step {
        self.mistakes += 1;
        if self.mistakes > MOST_MISTAKES {
            return Step::End("421 4.7.0 Too many mistakes\r\n".into());
        }
        Step::Say(line.into())
    }

    /// What is said of a recipient.
    pub fn recipient(&mut self, address: String, is_known: Outcome) -> &'static str {
        match (is_known, &mut self.envelope) {
            (Outcome::Taken, Some(envelope)) => {
                envelope.recipients.push(address);
                "250 2.1.5 Go on\r\n"
            }
            (Outcome::Later, _) => Outcome::Later.line(),
            _ => {
                self.mistakes += 1;
                NO_RECIPIENT
            }
        }
    }

    /// What is said of an e-mail that was handed over: a line for each recipient, in their order.
    pub fn handed_over(&mut self, outcomes: &[Outcome]) -> String {
        self.envelope = None;
        outcomes.iter().map(|outcome| outcome.line()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Says all of this in pieces of so many bytes; answers what was said, and what was handed over.
    fn talk(said: &[u8], piece: usize) -> (String, Vec<Envelope>) {
        let (mut session, mut heard) = Session::new("learn.example.org");
        let mut taken = vec![];
        for chunk in said.chunks(piece) {
            let mut bytes = chunk.iter();
            while !bytes.as_slice().is_empty() {
                match session.next(&mut bytes) {
                    Step::Wait => {}
                    Step::Say(line) => heard += &line,
                    Step::Recipient(address) => {
                        let outcome = if address.starts_with("good") { Outcome::Taken } else { Outcome::Unknown };
                        heard += session.recipient(address, outcome);
                    }
                    Step::Deliver(envelope) => {
                        heard += &session.handed_over(&vec![Outcome::Taken; envelope.recipients.len()]);
                        taken.push(envelope);
                    }
                    Step::End(line) => return (heard + &line, taken),
                }
            }
        }
        (heard, taken)
    }

    /// The codes that lines begin with.
    fn codes(heard: &str) -> Vec<&str> {
        heard.lines().filter(|line| line.as_bytes()[3] == b' ').map(|line| &line[..3]).collect()
    }

    #[test]
    fn an_e_mail_is_taken_whole_for_each_recipient_that_is_known() {
        let said = b"LHLO mx\r\nMAIL FROM:<ines@example.org> SIZE=100 BODY=8BITMIME SMTPUTF8\r\nRCPT TO:<good@x.example>\r\n\
                     RCPT TO:<bad@x.example>\r\nRCPT TO:<good2@x.example>\r\nDATA\r\n..dot\r\na\r\n.\r\nMAIL FROM:<>\r\nQUIT\r\n";
        for piece in [1, 7, 1000] {
            let (heard, taken) = talk(said, piece);
            assert_eq!(codes(&heard), ["220", "250", "250", "250", "550", "250", "354", "250", "250", "250", "221"]);
            let [envelope] = &taken[..] else { panic!("{taken:?}") };
            assert_eq!(envelope.sender, "ines@example.org");
            assert_eq!(envelope.recipients, ["good@x.example", "good2@x.example"]);
            assert_eq!(envelope.message, b".dot\r\na\r\n");
        }
    }

    #[test]
    fn what_is_said_in_the_wrong_order_changes_nothing() {
        let (heard, taken) = talk(
            b"MAIL FROM:<a@b.example>\r\nEHLO x\r\nLHLO x\r\nDATA\r\nRCPT TO:<good@x.example>\r\nMAIL FROM:<a@b.example>\r\nMAIL \
              FROM:<a@b.example>\r\nRCPT TO:<bad@x.example>\r\nDATA\r\nRSET\r\nRCPT TO:<good@x.example>\r\nNONSENSE\r\nSTARTTLS\r\n",
            1000,
        );
        assert_eq!(
            codes(&heard),
            ["220", "503", "500", "250", "503", "503", "250", "503", "550", "503", "250", "503", "500", "502"]
        );
        assert_eq!(taken, []);
    }

    #[test]
    fn an_empty_one_ends_at_once_and_no_other_end_of_line_ends_one() {
        let head = "LHLO x\r\nMAIL FROM:<a@b.example>\r\nRCPT TO:<good@x.example>\r\nDATA\r\n";
        let (_, taken) = talk(format!("{head}.\r\n").as_bytes(), 3);
        assert_eq!(taken[0].message, b"");
        // What looks like the end to one server and not to the next would smuggle in a second e-mail.
        for end in ["\n.\n", "\n.\r\n", "\r.\r", "\r\n.\n", "\r\n.\r"] {
            let (_, taken) = talk(format!("{head}a{end}MAIL FROM:<x@y.example>\r\n.\r\n").as_bytes(), 1000);
            assert_eq!(taken.len(), 1, "{end:?}");
            assert!(String::from_utf8_lossy(&taken[0].message).contains("MAIL FROM"), "{end:?}");
        }
    }

    #[test]
    fn what_is_too_large_is_refused_and_the_talk_goes_on() {
        let (heard, _) =
            talk(format!("LHLO x\r\nMAIL FROM:<a@b.example> SIZE={}\r\n", LARGEST_BYTES + 1).as_bytes(), 1000);
        assert_eq!(codes(&heard), ["220", "250", "552"]);
        let mut said = b"LHLO x\r\nMAIL FROM:<a@b.example>\r\nRCPT TO:<good@x.example>\r\nDATA\r\n".to_vec();
        said.extend(b"0123456789abcde\r\n".repeat(LARGEST_BYTES / 16));
        said.extend(b"\r\n.\r\nNOOP\r\n");
        let (heard, taken) = talk(&said, 64 * 1024);
        assert_eq!(codes(&heard), ["220", "250", "250", "250", "354", "552", "250"]);
        assert_eq!(taken, []);
    }

    #[test]
    fn whoever_talks_nonsense_is_hung_up_on() {
        let (heard, _) = talk("GET / HTTP/1.1\r\n".repeat(100).as_bytes(), 1000);
        assert!(heard.ends_with("421 4.7.0 Too many mistakes\r\n") && heard.lines().count() < 30, "{heard}");
        let (heard, _) = talk("x".repeat(100_000).as_bytes(), 1000);
        assert!(heard.contains("500 5.5.2"), "{heard}");
    }

    proptest::proptest! {
        #[test]
        fn no_bytes_do_harm(said in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..300), piece in 1_usize..50) {
            talk(&said, piece);
        }
    }
}
