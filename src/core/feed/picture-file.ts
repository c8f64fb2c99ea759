/** Media types of pictures we show. Never SVG, which is a document and may run scripts. */
export type PictureType = 'image/jpeg' | 'image/png' | 'image/webp' | 'image/gif' | 'image/avif' | 'image/x-icon'

/** Read from a picture's first bytes: its type, and its size in pixels as a browser shows it. */
export type PictureHeader = { readonly type: PictureType; readonly width: number; readonly height: number }
