// Lets a process live some hours ahead: imported before anything else of it.
const ahead = Number(process.env.TEST_HOURS_AHEAD) * 3_600_000
const now = Date.now
Date.now = () => now() + ahead
