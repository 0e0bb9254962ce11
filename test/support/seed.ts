// Property tests try the same inputs in every run, so that what fails is what was changed; `npm run test:fresh` draws others.
import fc from 'fast-check'

fc.configureGlobal({ seed: Number(process.env['KITH_SEED'] ?? 20_261_122) })
