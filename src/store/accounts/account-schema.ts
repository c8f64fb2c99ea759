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

/** A key for Fever sign-in, as a hash; there are several, one for each way to type the name and password. */
export type FeverKeyTable = { hash: string; app_password_id: string; reader_id: string }

export type AppPasswordTable = {
  id: string
  reader_id: string
  hash: string
  name: string
  created_at: string
  seen_at: string | null
}

/** The id is the credential's own, in base64url; the public key is SPKI in base64url. */
export type PasskeyTable = {
  id: string
  reader_id: string
  public_key: string
  algorithm: string
  /** The authenticator's own use counter; always 0 if it doesn't count. */
  counter: number
  name: string
  created_at: string
  seen_at: string | null
}

export type CodeDeviceTable = {
  reader_id: string
  /** Base32. */
  secret: string
  /** The time step of the last accepted code: earlier ones no longer count. */
  last_step: number
  created_at: string
}

export type OutsideIdentityTable = {
  issuer: string
  subject: string
  reader_id: string
  name: string
  created_at: string
  seen_at: string | null
}

export type SignInStepTable = {
  token_hash: string
  kind: string
  /** Whose step it is, if known. */
  reader_id: string | null
  /** The request as JSON, for the server only. */
  secret: string
  expires_at: string
}

/** What a reader allowed a program that asked by OAuth. */
export type ProgramGrantTable = {
  id: string
  reader_id: string
  client_id: string
  name: string
  redirect_uri: string
  /** Words separated by spaces. */
  scopes: string
  /** The only URL its tokens open. */
  resource: string
  /** Of PKCE (RFC 7636), S256. */
  challenge: string
  code_hash: string
  /** null: the code was not redeemed yet. */
  refresh_hash: string | null
  previous_hash: string | null
  rotated_at: string | null
  created_at: string
  seen_at: string | null
  /** Of the code, then of the refresh token. */
  expires_at: string
}

export type ProgramAccessTable = { token_hash: string; grant_id: string; reader_id: string; expires_at: string }
