// The reader of .msg files is a CommonJS package: a bundler hands over its class, Node the module around it.
import * as library from '@kenjiuno/msgreader'

type Reader = typeof library.default

const given: unknown = library.default
const inner = typeof given === 'object' && given !== null && 'default' in given ? given.default : given

/** As the package's own types describe it. */
export const MsgReader = inner as Reader
