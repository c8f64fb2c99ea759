import { deskLogPage, deskPage } from '../../src/web/desk/pages/desk.ts'
import { deskStoryPage } from '../../src/web/desk/pages/desk-story.ts'
import type { Reader } from '../../src/web/reader.ts'
import * as desk from './desk.ts'

/** The pages of the shared desk, in each of their states. */
export const deskPages: Readonly<Record<string, (reader: Reader) => string>> = {
  'the desk': (reader) => deskPage({ stories: desk.stories }, false, reader),
  'an empty desk': (reader) => deskPage({ stories: [] }, false, reader),
  'no desk': (reader) => deskPage({ stories: [] }, false, { ...reader, hasDesk: false }),
  'nothing of mine on the desk': (reader) => deskPage({ stories: [] }, true, reader),
  'a story on the desk': (reader) => deskStoryPage(desk.page, reader, true),
  'a story on the desk, only read': (reader) => deskStoryPage(desk.page, { ...reader, isModerator: false }),
  'a story new on the desk': (reader) =>
    deskStoryPage({ ...desk.page, story: desk.stories[2]!, notes: [], log: [] }, reader),
  'the log of the desk': (reader) => deskLogPage({ log: desk.log, next: 'older' }, reader),
}
