#!/bin/sh
# Measures set consistency and text alignment over strengths of the shared style, and writes them to scores.csv.
# Needs jq. Takes about half an hour on two cores.
#
#   docs/style-strength/measure.sh [FOLDER]      FOLDER keeps the pictures; output/style-strength if not given
set -eu

here=$(cd "$(dirname "$0")" && pwd)
weft=$here/../../weft
example=$here/../../examples/style-aligned.weft.json
folder=${1:-output/style-strength}
subjects='dog face
cat face
pizza
rocket
rose
car
apple
house'

echo strength,seed,set_consistency,text_alignment,recognised >"$here/scores.csv"
for strength in 0 0.25 0.5 0.75 1 1.25 1.5 1.75 2; do
  for seed in 100 101 102 103 104 105 106 107; do
    "$weft" run "$example" --quiet --backend cpu --output "$folder" \
      --set latent.batch_size=8 --set "prompts.text=$subjects" --set sampler.steps=20 --set sampler.cfg=5 \
      --set sampler.seed=$seed --set sampler.strength=$strength --set "save.filename_prefix=$strength/$seed/p"
    "$weft" score "$folder/$strength/$seed" --json --quiet --backend cpu --output "$folder" |
      jq -r "[$strength, $seed, .set_consistency, .text_alignment, .recognised] | @csv" >>"$here/scores.csv"
  done
done
