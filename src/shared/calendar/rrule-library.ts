// The rrule package. Node hands over its CommonJS build, whose names all hang on `default`; a bundler takes the other build and its names.
import * as build from 'rrule'

const library: typeof build = Reflect.get(build, 'default') ?? build

export const { RRule } = library
export type { Options } from 'rrule'
