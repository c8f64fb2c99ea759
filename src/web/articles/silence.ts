/** Six seconds of silence, 16 bits, 8192 Hz: each of its bytes is an ASCII character, so it can be a string here. */
export const silence = `RIFF$p\u0001\0WAVEfmt \u0010\0\0\0\u0001\0\u0001\0\0 \0\0\0@\0\0\u0002\0\u0010\0data\0p\u0001\0${'\0'.repeat(0x17000)}`
