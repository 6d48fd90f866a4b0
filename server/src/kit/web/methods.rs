//! Who answers an address, by its method.
//!
//! The router of axum is generic over every function it is given, layer by layer, and the compiler goes through the whole
//! future of each of them for every layer anew: two fifths of the time it took to build the server. Here all of them have
//! become one type before the router sees them. Nothing changes in what they do: axum boxes these futures itself.

use std::{pin::Pin, sync::Arc};

use axum::{
    extract::{DefaultBodyLimit, Request},
    handler::Handler,
    response::Response,
    routing::{self, MethodRouter},
};

use crate::kit::app::App;

/// What becomes of a request.
type Answering = Pin<Box<dyn Future<Output = Response> + Send>>;

/// A function that answers, whatever it takes from the request.
#[derive(Clone)]
struct Answer(Arc<dyn Fn(Request, Arc<App>) -> Answering + Send + Sync>);

impl Answer {
    fn by<H, T>(handler: H) -> Self
    where
        H: Handler<T, Arc<App>, Future = Answering> + Sync,
    {
        Self(Arc::new(move |request, app| handler.clone().call(request, app)))
    }
}

impl Handler<(), Arc<App>> for Answer {
    type Future = Answering;

    fn call(self, request: Request, app: Arc<App>) -> Answering {
        (self.0)(request, app)
    }
}

/// Who answers an address, for each method it has.
pub struct Methods(MethodRouter<Arc<App>>);

/// Answered by `handler` if it is only asked for.
pub fn get<H, T>(handler: H) -> Methods
where
    H: Handler<T, Arc<App>, Future = Answering> + Sync,
{
    Methods(routing::get(Answer::by(handler)))
}

/// Answered by `handler` if a form is sent.
pub fn post<H, T>(handler: H) -> Methods
where
    H: Handler<T, Arc<App>, Future = Answering> + Sync,
{
    Methods(routing::post(Answer::by(handler)))
}

impl Methods {
    /// The same, and `handler` if a form is sent.
    #[must_use]
    pub fn post<H, T>(self, handler: H) -> Self
    where
        H: Handler<T, Arc<App>, Future = Answering> + Sync,
    {
        Self(self.0.post(Answer::by(handler)))
    }

    /// With forms of at most this size.
    #[must_use]
    pub fn layer(self, limit: DefaultBodyLimit) -> Self {
        Self(self.0.layer(limit))
    }

    /// As the router takes it.
    pub fn into_router(self) -> MethodRouter<Arc<App>> {
        self.0
    }
}
