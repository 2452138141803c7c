// Laws are tried on the same cases in every run, so that what is green stays so; `LAWS=random` tries others.
import fc from 'fast-check'

if (process.env.LAWS !== 'random') fc.configureGlobal({ seed: 20_261_122 })
