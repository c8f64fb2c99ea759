/** English prepositions, conjunctions, pronouns and determiners, of which there are few. */
export const linkWords = `
  a about above abaft aboard according across after afterwards against ago ahead albeit all along alongside although am amid amidst
  among amongst an and another any anybody anyone anything apart around as aside astride at atop away back barring because before
  behind below beneath beside besides between beyond both but by circa concerning considering cos cuz despite depending down due
  during each either enough ere even ever every everybody everyone everything except excepting excluding few fewer following for
  former forth from further given half he her here hers herself him himself his how however i if in including inside instead
  into it its itself last later latter lest less like lots many me mine minus more most much my myself near nearby neither next
  nigh no nobody none nor not nothing notwithstanding now of off on once one ones oneself only onto opposite or other others
  otherwise ought our ours ourselves out outside outta over owing own par past pending per plenty plus prior provided providing
  quite rather re regarding regardless respecting round same sans save seeing several she since so some somebody someone
  something somewhat somewhere such than that the thee their theirs them themselves then there thereby therefore these they thine
  this those thou though three through throughout thru thus thy till times to together too toward towards two under underneath
  unless unlike until unto up upon us versus via vs was we what whatever when whence whenever where whereas whereby wherein
  whereupon wherever whether which whichever while whilst who whoever whole whom whomever whose why with within without worth
  yes yet you your yours yourself yourselves`
