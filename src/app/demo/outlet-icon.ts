import { crc32, deflateSync } from 'node:zlib'

const side = 32
const corner = 6

type Color = readonly [red: number, green: number, blue: number]

/** The mark of each outlet: its color, and eight rows of eight dots, light where there is a letter of its name. */
const marks: Readonly<Record<string, { readonly color: Color; readonly rows: readonly string[] }>> = {
  'aldmere-courier': {
    color: [52, 73, 125],
    rows: ['...##...', '..####..', '..#..#..', '.##..##.', '.######.', '.######.', '##....##', '##....##'],
  },
  'corran-today': {
    color: [138, 63, 44],
    rows: ['..#####.', '.######.', '##......', '##......', '##......', '##......', '.######.', '..#####.'],
  },
  'radio-corran': {
    color: [11, 92, 95],
    rows: ['######..', '##..###.', '##...##.', '######..', '#####...', '##.##...', '##..##..', '##...##.'],
  },
  'sella-valley-echo': {
    color: [47, 97, 64],
    rows: ['..####..', '.##..##.', '.##.....', '..###...', '...###..', '.....##.', '.##..##.', '..####..'],
  },
  'harbour-gazette': {
    color: [93, 58, 105],
    rows: ['##...##.', '##...##.', '##...##.', '#######.', '#######.', '##...##.', '##...##.', '##...##.'],
  },
  meridian: {
    color: [30, 30, 30],
    rows: ['##....##', '###..###', '########', '########', '##.##.##', '##....##', '##....##', '##....##'],
  },
  'ostvala-observer': {
    color: [106, 87, 19],
    rows: ['..####..', '.######.', '##....##', '##....##', '##....##', '##....##', '.######.', '..####..'],
  },
  'le-relais': {
    color: [24, 80, 130],
    rows: ['.##.....', '.##.....', '.##.....', '.##.....', '.##.....', '.##.....', '.######.', '.######.'],
  },
  'sada-al-marfa': {
    color: [20, 104, 88],
    rows: ['........', '.....##.', '....####', '...##.##', '####.##.', '#######.', '........', '........'],
  },
}

/** The icon of an outlet as PNG, 32 by 32; undefined for an outlet without one. */
export function outletIcon(outletId: string): Buffer | undefined {
  const mark = marks[outletId]
  if (!mark) return undefined
  const rows = Buffer.alloc((side * 4 + 1) * side)
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      const isLight = mark.rows[Math.floor((y - 4) / 3)]?.[Math.floor((x - 4) / 3)] === '#' && x >= 4 && y >= 4
      rows.set([...(isLight ? [255, 255, 255] : mark.color), isInside(x, y) ? 255 : 0], y * (side * 4 + 1) + 1 + x * 4)
    }
  return png(rows)
}

/** Within a square with round corners. */
function isInside(x: number, y: number): boolean {
  const [across, down] = [x, y].map((at) => Math.max(corner - at, at - (side - 1 - corner), 0))
  return Math.hypot(across ?? 0, down ?? 0) <= corner
}

function png(rows: Buffer): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  // 8 bits a channel, red, green, blue and alpha.
  header.set([8, 6, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, body: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), body])
  const framed = Buffer.alloc(8)
  framed.writeUInt32BE(body.length, 0)
  framed.writeUInt32BE(crc32(typed), 4)
  return Buffer.concat([framed.subarray(0, 4), typed, framed.subarray(4)])
}
