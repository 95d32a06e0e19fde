//! A folder with records of its own, and the program run on them.

use std::path::PathBuf;

use super::{Run, guihua};

/// The folder of a test, and the plan that its records are of.
pub(crate) struct Desk {
    folder: tempfile::TempDir,
    plan: Option<&'static str>,
}

impl Desk {
    /// A folder without records; `None` means the built-in plan.
    pub(crate) fn of(plan: Option<&'static str>) -> Self {
        let folder = tempfile::tempdir().expect("a folder can be made");
        Self { folder, plan }
    }

    /// The path of a file in the folder.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// A run of the program on the plan and the records, which are `r.yaml`.
    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        let mut command = guihua();
        command.args(arguments);
        if let Some(plan) = self.plan {
            command.args(["--plan", plan]);
        }
        command.arg("--records").arg(self.path("r.yaml"));
        let output = command.output().expect("the program can be run");
        output.into()
    }

    /// What a run says that has to succeed.
    #[track_caller]
    pub(crate) fn says(&self, arguments: &[&str]) -> String {
        let run = self.run(arguments);
        assert_eq!(run.code, Some(0), "{}{}", run.out, run.err);
        run.out
    }
}
