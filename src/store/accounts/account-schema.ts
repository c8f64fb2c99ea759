/** An account; `folded` is the name as it is compared. */
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
  /** The sign-in method: `password`, `passkey`, … */
  means: string
  /** A word or two for the reader to recognize it by. */
  browser: string
  created_at: string
  seen_at: string
  expires_at: string
}

/** Deleted once used; `reader_id` created it. */
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
  /** Words separated by spaces. */
  scopes: string
  created_at: string
  seen_at: string | null
  expires_at: string | null
}

/** A key for Fever sign-in, as a hash; there are several, one for each spelling of the user name. */
export type FeverKeyTable = { hash: string; app_password_id: string; reader_id: string }

export type AppPasswordTable = {
  id: string
  reader_id: string
  hash: string
  name: string
  created_at: string
  seen_at: string | null
}
