/** Four characters a token: the usual estimate where no tokenizer is chosen (ecosystem.md section 3). */
export const estimateTokens = (chars: number): number => Math.ceil(chars / 4);
