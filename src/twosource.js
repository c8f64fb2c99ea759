#!/usr/bin/env node
import { launch } from './app/launch/launch.js'

// The program as a package or an image has it.
launch('src/main.ts', process.argv.slice(2))
