import { crc32, deflateSync } from 'node:zlib'

/** A PNG of noise in gray, which packs badly; with `rows` fewer than `height`, its file ends there, whatever it says of its size. */
export function drawnPicture(width: number, height: number, rows = height): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  // 8 bits a channel, gray.
  header.set([8, 0, 0, 0, 0], 8)
  const lines = Buffer.alloc((width + 1) * rows)
  let seed = 1
  for (let at = 0; at < lines.length; at++) {
    seed = Math.imul(seed, 1103515245) + 12345
    if (at % (width + 1) !== 0) lines[at] = seed >>> 24
  }
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const parts = [chunk('IHDR', header), chunk('IDAT', deflateSync(lines)), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([signature, ...parts])
}

function chunk(type: string, body: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), body])
  const framed = Buffer.alloc(8)
  framed.writeUInt32BE(body.length, 0)
  framed.writeUInt32BE(crc32(typed), 4)
  return Buffer.concat([framed.subarray(0, 4), typed, framed.subarray(4)])
}
