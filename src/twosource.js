#!/usr/bin/env node
import { launch } from './app/launch/launch.js'

// The program as a package or an image has it.
launch('dist/program/main.js', process.argv.slice(2))
