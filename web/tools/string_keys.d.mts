export function catalogues(language: string, folder?: string): string[];
export function messageArguments(message: string): Map<string, string>;
export function writeKeys(): void;
