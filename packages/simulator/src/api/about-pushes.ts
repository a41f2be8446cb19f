/** What WeChat does with pushes and this simulator does not, or does by a guess. One sentence each. */
export const pushDifferences: readonly string[] = [
  'Whether WeChat repeats a push after a bad status or a malformed answer is not published; see the settings.',
  'When exactly it tries again after a refused connection is not published either; here at the same five-second steps.',
  "Payments open no customer-message window, and a mini program's session button opens none.",
]
