use super::store;
use crate::{
    ids::Clock,
    kit::db::{Db, Location},
};

#[tokio::test]
async fn posts_for_a_course_are_found_without_looking_at_all_of_them() {
    let folder = tempfile::tempdir().unwrap();
    let place = Location::File(folder.path().join("lyceum.sqlite"));
    let db = Db::open(&place, Clock::System, Some(1)).await.unwrap();
    let mut conn = db.read().await.unwrap();
    for (sql, how) in [
        (store::OF_COURSE, "SEARCH v USING INDEX conversation_course (course=? AND opened_at<?)"),
        (store::OF_MODULE, "SEARCH v USING INDEX conversation_module (module=? AND opened_at<?)"),
        (store::OF_HOMEROOM, "SEARCH v USING INDEX conversation_author_course (author=? AND course=?)"),
    ] {
        let explain = || sqlx::AssertSqlSafe(format!("explain query plan {sql}"));
        let plan: Result<Vec<(i64, i64, i64, String)>, _> = if sql == store::OF_HOMEROOM {
            crate::all!(conn, explain(), 7_i64, i64::MAX, i64::MAX, 10_i64, 8_i64, 9_i64)
        } else {
            crate::all!(conn, explain(), 7_i64, i64::MAX, i64::MAX, 10_i64, 8_i64)
        };
        let plan = plan.unwrap();
        let steps: Vec<&str> = plan.iter().map(|(.., step)| step.as_str()).collect();
        assert!(steps.contains(&how), "{steps:#?}");
        assert!(!steps.iter().any(|step| step.starts_with("SCAN")), "{steps:#?}");
        let by_all = steps.iter().any(|step| step.starts_with("SEARCH e") && !step.contains("enrolment_homeroom"));
        assert!(!by_all, "{steps:#?}");
        let sorts = steps.iter().any(|step| step.contains("TEMP B-TREE FOR ORDER BY"));
        assert!(sql == store::OF_HOMEROOM || !sorts, "{steps:#?}");
    }
}
