//! What sorts of change does the history tell of? (lịch sử thay đổi)

use super::token::tokens;

tokens! {
    /// What somebody did.
    HistoryAct {
        /// The database was made, and filled with the starter register.
        Start = "start",
        /// A file came in.
        Import = "import",
        /// A text was saved as a new version.
        Save = "save",
        /// An older version was made the newest again.
        Restore = "restore",
        /// A working version was given up.
        Discard = "discard",
        /// Sent for review.
        Submit = "submit",
        /// Taken back from review.
        Recall = "recall",
        /// Returned by a reviewer.
        Return = "return",
        /// Published.
        Publish = "publish",
        /// Given a time to be published at.
        Schedule = "schedule",
        /// Its time was taken away again.
        Unschedule = "unschedule",
        /// Taken down.
        Withdraw = "withdraw",
        /// Opened again after it was taken down.
        Reopen = "reopen",
        /// Something was said about a paragraph.
        Comment = "comment",
        /// What was said has been dealt with.
        Settle = "settle",
        /// A place or a sign was added.
        Add = "add",
        /// A record was changed.
        Change = "change",
        /// A place was given another name.
        Rename = "rename",
        /// A place or a sign is no longer in use.
        Retire = "retire",
        /// It is in use again.
        Revive = "revive",
        /// A picture was added.
        AddPhoto = "add-photo",
        /// What is said of a picture was changed.
        ChangePhoto = "change-photo",
        /// A picture is no longer in use.
        RetirePhoto = "retire-photo",
        /// A recording of a text was added, perhaps in the place of another.
        AddRecording = "add-recording",
        /// A recording is no longer in use.
        RetireRecording = "retire-recording",
        /// Somebody joined the office.
        AddEditor = "add-editor",
        /// What somebody may do was changed.
        ChangeEditor = "change-editor",
        /// Somebody may no longer sign in.
        DisableEditor = "disable-editor",
        /// Somebody may sign in again.
        EnableEditor = "enable-editor",
        /// Somebody was given a link to set a new password.
        ResetPassword = "reset-password",
        /// The content of a row of this history was erased, as a law demands.
        Erase = "erase",
        /// Plates were ordered.
        Order = "order",
        /// Plates came a step further, or a wrong step was undone; also what that made of their signs.
        PrintStep = "print-step",
        /// Plates were given up.
        VoidPlate = "void-plate",
        /// A print shop was given a link to one order, or it was taken back.
        ShopLink = "shop-link",
        /// The head of the office's papers was changed.
        OfficeHead = "office-head",
        /// A print shop looked at its order.
        ShopVisit = "shop-visit",
        /// A print shop fetched a file of its order.
        Download = "download",
        /// What visitors reported of a sign was taken up, closed or opened again.
        ReportStep = "report-step",
    }
}

impl HistoryAct {
    /// Does it change what is public, and so what may be printed? A step of the press does not.
    #[must_use]
    pub const fn is_public(self) -> bool {
        matches!(
            self,
            Self::Import | Self::Publish | Self::Withdraw | Self::Add | Self::Change | Self::Rename | Self::Retire | Self::Revive
        ) || matches!(self, Self::ChangePhoto | Self::RetirePhoto)
    }
}
