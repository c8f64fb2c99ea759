/** Six seconds of nothing, 16 bits, 8192 a second: each of its bytes is a letter, so that it can stand here as text. */
export const silence = `RIFF$p\u0001\0WAVEfmt \u0010\0\0\0\u0001\0\u0001\0\0 \0\0\0@\0\0\u0002\0\u0010\0data\0p\u0001\0${'\0'.repeat(0x17000)}`
