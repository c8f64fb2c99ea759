/** The kinds of picture that are shown, by media type. Never SVG, which is a document and may run script. */
export type PictureType = 'image/jpeg' | 'image/png' | 'image/webp' | 'image/gif' | 'image/avif' | 'image/x-icon'

/** What the first bytes of a picture say of it: its kind, and its size in pixels as a browser shows it. */
export type PictureHeader = { readonly type: PictureType; readonly width: number; readonly height: number }
