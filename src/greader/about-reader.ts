import { json } from './answers.ts'
import type { Answer } from './call.ts'

/** Who has signed in. No address is told: no client needs one. */
export const userInfo: Answer = ({ context }) => {
  const { id, name } = context.reader
  return json({ userId: id, userName: name || id, userProfileId: id, userEmail: '' })
}

/** What some clients ask for and never use: there is nothing of it here. */
export const preferenceList: Answer = () => json({ prefs: [] })
export const streamPreferences: Answer = () => json({ streamprefs: {} })
export const friendList: Answer = () => json({ friends: [] })
