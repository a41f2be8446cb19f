import type { EventCommon } from '../../common.js'

/** What became of an upload. */
export interface DramaUpload {
  readonly mediaId: string
  /** What the uploader passed along. */
  readonly sourceContext: string | undefined
  readonly errcode: number | undefined
  readonly errmsg: string | undefined
}

/** When a drama was handed in and decided upon, and how. */
export interface DramaAuditDetail {
  readonly auditType: number | undefined
  readonly status: number | undefined
  /** Unix seconds. */
  readonly createTime: number | undefined
  /** Unix seconds. */
  readonly auditTime: number | undefined
}

/** The review of a drama. */
export interface DramaAudit {
  readonly dramaId: string
  /** What the one who handed it in passed along. */
  readonly sourceContext: string | undefined
  readonly auditDetail: DramaAuditDetail
}

/** When a book was handed in and decided upon, and how. */
export interface BookAuditDetail {
  readonly status: number | undefined
  /** Unix seconds. */
  readonly createTime: number | undefined
  /** Unix seconds. */
  readonly auditTime: number | undefined
}

/** The review of a book. */
export interface BookAudit {
  readonly bookId: string
  readonly auditDetail: BookAuditDetail
}

/** Who follows which live room. */
export interface LiveFollow {
  readonly roomId: string
  readonly userOpenid: string
  /** Unix seconds. */
  readonly time: number | undefined
  readonly liveStatus: number | undefined
  readonly action: string
}

/** How many followers a notice of a live room reached, and why it did not reach the others. */
export interface LivePushResult {
  readonly messageId: string
  readonly roomId: string
  readonly totalCount: number | undefined
  readonly successCount: number | undefined
  readonly openidErrorCount: number | undefined
  readonly relationErrorCount: number | undefined
  readonly userRecvLimitCount: number | undefined
  readonly internalErrorCount: number | undefined
}

/** An episode of a drama was uploaded, or could not be. */
export interface SecvodUploadEvent extends EventCommon {
  readonly event: 'secvod_upload_event'
  readonly uploadEvent: DramaUpload
}

/** The review of a drama was decided. */
export interface SecvodAuditEvent extends EventCommon {
  readonly event: 'secvod_audit_event'
  readonly auditEvent: DramaAudit
}

/** The review of a book was decided. */
export interface SecbookAuditEvent extends EventCommon {
  readonly event: 'secbook_audit_event'
  readonly auditEvent: BookAudit
}

/** A user follows a live room, or does so no longer. */
export interface WxaliveFollowNotifyEvent extends EventCommon {
  readonly event: 'wxalive_follow_notify'
  readonly followNotify: LiveFollow
}

/** The followers of a live room were notified. */
export interface WxalivePushMessageNotifyEvent extends EventCommon {
  readonly event: 'wxalive_push_message_notify'
  readonly pushMessageApiNotify: LivePushResult
}

/** Mini program: short dramas, books, live rooms. */
export interface DramaAndLiveEvents {
  readonly secvod_upload_event: SecvodUploadEvent
  readonly secvod_audit_event: SecvodAuditEvent
  readonly secbook_audit_event: SecbookAuditEvent
  readonly wxalive_follow_notify: WxaliveFollowNotifyEvent
  readonly wxalive_push_message_notify: WxalivePushMessageNotifyEvent
}
