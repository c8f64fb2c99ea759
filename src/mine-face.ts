import { exportMarks } from './operations/export-marks.ts'
import { exportNotes } from './operations/export-notes.ts'
import { exportSaved } from './operations/export-saved.ts'
import { follow, unfollow } from './operations/follow.ts'
import { getFollowing } from './operations/get-following.ts'
import { clearHistory, getHistory } from './operations/get-history.ts'
import { getNoteForm, listNotes } from './operations/get-notes.ts'
import { listHighlights, removeHighlight, saveHighlight } from './operations/highlights.ts'
import { importMarks } from './operations/import-marks.ts'
import { listSaved } from './operations/list-saved.ts'
import { mute, unmute } from './operations/mute.ts'
import type { Ask, Need } from './operations/operation.ts'
import { recordVisit } from './operations/record-visit.ts'
import { save, unsave } from './operations/save.ts'
import { removeNote, saveNote } from './operations/save-note.ts'
import { getShared, listShares, revokeShare, share } from './operations/share.ts'
import { addTags, dropTag, listTags, removeTag, renameTag, undoTags } from './operations/tags.ts'
import type { MineOperations } from './web/mine-operations.ts'
import type { SharingOperations } from './web/sharing-operations.ts'
import type { TagOperations } from './web/tag-operations.ts'

/** Joins the pages to what readers keep: what they follow, mute, save, tag, highlight, note and share, and what they looked at. */
export function mineFace(ask: Ask, need: Need): MineOperations & SharingOperations & TagOperations {
  return {
    follow: ask(follow),
    unfollow: ask(unfollow),
    mute: ask(mute),
    unmute: ask(unmute),
    save: ask(save),
    unsave: ask(unsave),
    recordVisit: ask(recordVisit),
    following: ask(getFollowing),
    saved: ask(listSaved),
    notes: ask(listNotes),
    noteForm: ask(getNoteForm),
    saveNote: ask(saveNote),
    removeNote: ask(removeNote),
    history: ask(getHistory),
    clearHistory: ask(clearHistory),
    exportSaved: ask(exportSaved),
    exportNotes: ask(exportNotes),
    exportMarks: need(exportMarks),
    importMarks: ask(importMarks),
    tags: need(listTags),
    highlights: ask(listHighlights),
    saveHighlight: ask(saveHighlight),
    removeHighlight: ask(removeHighlight),
    addTags: ask(addTags),
    removeTag: ask(removeTag),
    renameTag: ask(renameTag),
    dropTag: ask(dropTag),
    undoTags: ask(undoTags),
    share: ask(share),
    shares: need(listShares),
    revokeShare: ask(revokeShare),
    shared: ask(getShared),
  }
}
