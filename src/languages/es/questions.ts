import type { QuestionWords } from '../pack.ts'

/** Past and present of the verbs with which somebody says something. */
const said =
  'dijo|dijeron|dice|dicen|declar(?:ó|aron)|afirm(?:ó|aron)|asegur(?:ó|aron)|respondi(?:ó|eron)|anunci(?:ó|aron)|sostuvo|sostuvieron|contest(?:ó|aron)|opin(?:a|an|ó|aron)|(?:ha|han|había|habían) (?:dicho|declarado|afirmado|asegurado|respondido|anunciado|contestado|opinado)'

const u = (source: string) => new RegExp(source.replaceAll('<', '(?<!\\p{L})').replaceAll('>', '(?!\\p{L})'), 'iu')

/** How Spanish asks; people leave out `¿` and accents when they type. `<` and `>` in a pattern are the ends of a word. */
export const spanishQuestions = (): QuestionWords => ({
  letters: /¿/,
  signs:
    /(?<!\p{L})(?:qu[ée]|qui[ée]n(?:es)?|cu[aá]ndo|cu[aá]nt[oa]s?|d[oó]nde|c[oó]mo|cu[aá]l(?:es)?|por qu[ée]|dijo|dijeron|fueron|del|los|las|una)(?!\p{L})/gu,
  patterns: [
    {
      sort: 'who-said',
      pattern: u(`<qui[ée]n(?:es)? (?:fue (?:el|la) que )?(?:${said}|advirti(?:ó|eron)|prometi(?:ó|eron))>`),
    },
    {
      sort: 'said',
      pattern: u(
        `<qu[ée] (?:${said})(?: (?!(?:de|del|sobre|acerca)>)(.+?))?(?= (?:de|del|sobre|acerca|a propósito)>|\\s*\\?|$)`,
      ),
    },
    {
      sort: 'said',
      pattern: u('<c[oó]mo (?:reaccion(?:ó|aron)|respondi(?:ó|eron)) (.+?)(?= (?:a|al|ante)>|\\s*\\?|$)'),
    },
    {
      sort: 'how-many',
      pattern: u(
        '<cu[aá]nt[oa]s?>|<cu[aá]l (?:es|era|fue|será) (?:el|la) (?:número|cifra|parte|porcentaje|importe|edad|proporción|precio|coste|costo|tasa|tamaño|longitud|altura|suma|balance|presupuesto)>|<qu[ée] (?:porcentaje|número|edad|precio|cantidad|parte|proporción)>',
      ),
    },
    { sort: 'when', pattern: u('<cu[aá]ndo>|<(?:en )?qu[ée] (?:día|fecha|año|mes)>|<a qu[ée] hora>') },
    {
      sort: 'where',
      pattern: u('<(?:a|de)?d[oó]nde>|<(?:en )?qu[ée] (?:ciudad|ciudades|país|países|lugar|región|hospital|pueblos?)>'),
    },
    { sort: 'why', pattern: u('<por ?qu[ée]>|<por qu[ée] (?:motivo|razón|causa)>') },
    { sort: 'how', pattern: u('<c[oó]mo>') },
    {
      sort: 'who',
      pattern: u(
        '<(?:a |de |con )?qui[ée]n(?:es)?>|<qu[ée] (?:empresa|ministr[oa]|presidente|juez|jueza|persona|partido|equipo|medio)s?>',
      ),
    },
    { sort: 'what', pattern: u('<qu[ée]>|<cu[aá]l(?:es)?>') },
    { sort: 'yes-no', pattern: /(?<=¿)(?!.*(?:qué|quién|cuándo|cuánt|dónde|cómo|cuál))\p{L}/iu },
  ],
})
