/** Somebody who may sign in. `folded` is the name as it is compared. */
export type AccountTable = {
  id: string
  name: string
  folded: string
  role: string
  email: string | null
  created_at: string
  disabled_at: string | null
}

export type SessionTable = {
  id: string
  reader_id: string
  token_hash: string
  /** By what it was opened: `password`, `passkey`, … */
  means: string
  /** A word or two for the reader to know it by. */
  browser: string
  created_at: string
  seen_at: string
  expires_at: string
}

/** It is gone once it was used; `reader_id` made it. */
export type InvitationTable = {
  id: string
  reader_id: string
  token_hash: string
  role: string
  note: string
  created_at: string
  expires_at: string
}

export type ApiTokenTable = {
  id: string
  reader_id: string
  token_hash: string
  name: string
  /** Words with spaces between them. */
  scopes: string
  created_at: string
  seen_at: string | null
  expires_at: string | null
}

/** What Fever signs in with, as a hash; there are some for each way in which a password is typed. */
export type FeverKeyTable = { hash: string; app_password_id: string; reader_id: string }

export type AppPasswordTable = {
  id: string
  reader_id: string
  hash: string
  name: string
  created_at: string
  seen_at: string | null
}
