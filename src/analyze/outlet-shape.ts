const NAME = String.raw`(?:[\p{Lu}\d][\p{L}\d&’'.-]*\s+)`
/** Names that only papers bear, after `the`: `the Falls Courier`. */
const PAPER = new RegExp(
  String.raw`^[Tt]he\s+${NAME}{1,4}(?:Times|Post|Gazette|Herald|Tribune|Courier|Echo|Chronicle|Mail|Telegraph|Observer|Guardian|Journal|Dispatch|Star|Sun|Mirror|Standard|Argus|Press|Review|Examiner|Bulletin|Advertiser|Record|Register|Inquirer|Sentinel|Weekly|Magazine)$`,
  'u',
)
const STATION = new RegExp(
  String.raw`^(?:[Tt]he\s+)?(?:${NAME}{1,4}(?:News|Radio|Television|TV|FM|Newspaper)|(?:Radio|Channel|Television|TV)\s+[\p{Lu}\d][\p{L}\d-]*|[WK][A-Z]{3}(?:-(?:TV|FM|AM))?|[\p{Lu}]{2,5}-(?:TV|FM))$`,
  'u',
)

/** Whether a name is built as names of papers and stations are: `the Falls Courier`, `Radio Marl`, `WQAX-TV`. */
export function isOutletShaped(name: string): boolean {
  return STATION.test(name) || PAPER.test(name)
}
