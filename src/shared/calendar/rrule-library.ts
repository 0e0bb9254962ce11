// The rrule package. Node hands over its CommonJS build, whose names all hang on `default`; a bundler takes the other build and its names.
import * as build from 'rrule'

const library = 'default' in build ? (build.default as typeof build) : build

export const { RRule } = library
export type { Options } from 'rrule'
