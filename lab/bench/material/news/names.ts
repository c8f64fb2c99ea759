import type { Draw } from './event.ts'

/** Somebody who is named, and what they are. */
export type Person = { readonly name: string; readonly surname: string; readonly role: string }

const GIVEN =
  'Ada Agnes Alba Amir Anja Anton Asta Benno Birgit Bruno Carla Cecil Clara Dana Daniel Edith Elif Elias Emil Enzo Esther Farid Felix Frida Gareth Greta Hanna Hugo Ida Ilya Imran Ines Ivo Jana Jonas Julia Kamal Karin Karl Leila Lena Leon Lidia Luca Magda Malik Marta Mats Mila Nadia Nils Nora Olga Omar Oscar Paula Pavel Petra Quentin Rhona Rosa Ruben Samir Sara Selma Simon Sofia Stefan Tamar Tomas Ulla Vera Viktor Wanda Yusuf Zora'.split(
    ' ',
  )
const BEGINNINGS =
  'Ab Al An Ar Bal Bar Bel Ber Bor Bran Cal Car Cor Dal Dor Dun El Fal Fen Gar Gol Hal Har Hol Il Jor Kal Kel Lan Lin Lor Mal Mar Mel Mor Nor Ol Or Pel Per Ral Ren Ros Sal San Sel Tal Tar Tor Ul Val Var Vel Wal Wen Yar Zan'.split(
    ' ',
  )
const MIDDLES = ['', '', 'a', 'e', 'i', 'o', 'an', 'en', 'in', 'ra', 'le', 'mi', 'no', 'va']
const SURNAME_ENDS =
  'ander berg bett by dell der dov din dorf eck fan ford gan hart hue ino kett kin lak ler lin ling low man mark mond nell ner nov quist rell ric sen shaw ski son stad ston tal ter ton vik wick witz worth zak'.split(
    ' ',
  )
const PLACE_ENDS =
  'brook burg bury bridge by cliff dale don field ford gate ham haven hill holm hurst mere mont mouth nock port ridge stead ton vale vik wall wick wood worth'.split(
    ' ',
  )
const BODIES = [
  'Water Authority',
  'City Council',
  'Police',
  'University',
  'Hospital Trust',
  'Port Company',
  'Railways',
  'Energy',
  'Teachers’ Union',
  'Chamber of Commerce',
  'Regional Court',
  'Ministry of Works',
  'Health Agency',
  'Steel',
  'Foundation',
  'Weather Office',
  'Coastguard',
  'Bank',
  'Rovers',
  'Institute of Statistics',
]
const ROLES = [
  'mayor',
  'minister for transport',
  'chief executive',
  'spokeswoman',
  'spokesman',
  'chief inspector',
  'professor of engineering',
  'head of the inquiry',
  'union leader',
  'chair of the council',
  'prosecutor',
  'director',
  'coach',
  'resident',
  'head teacher',
  'nurse',
  'economist',
  'witness',
]

/** A place, of some three hundred thousand: two events seldom have the same by chance. */
export function placeOf({ one, random }: Draw): string {
  const name = one(BEGINNINGS) + one(MIDDLES) + one(MIDDLES) + one(PLACE_ENDS)
  return random() < 0.12 ? `${one(['Port', 'New', 'Upper', 'Saint'])} ${name}` : name
}

export function personOf({ one }: Draw): Person {
  const surname = one(BEGINNINGS) + one(MIDDLES) + one(SURNAME_ENDS)
  return { name: `${one(GIVEN)} ${surname}`, surname, role: one(ROLES) }
}

/** A body of a place, such as `the Dunholm Water Authority`. */
export function bodyOf({ one }: Draw, place: string): string {
  return `the ${place} ${one(BODIES)}`
}
