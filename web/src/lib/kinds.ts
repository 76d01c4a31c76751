/** Kinds of organisations whose people deliver services. */
export const deliveringKinds: readonly string[] = ['centre', 'branch', 'residential', 'remote_centre'];
