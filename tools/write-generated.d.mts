export function writeText(target: string, value: unknown, command: string): void;
export function writeGenerated(target: string, text: string, command: string): void;
