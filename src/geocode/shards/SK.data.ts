// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' .Hz<09N>%dyEd:9Att}9Wg4,Kn;407I1@5U:o?F) n*GwQLlPre}wIT+zPT}W>>_|uUkq5$$y{qE.oyN5J$s=0>y>A$ogjUB(I]^ 4IGEV.e?A?2)-ADB$n+p}k*Jer<FziIJ._Z|AH2s7vAMGt1XKj],k73XUpudD?OVx%Y-f.<Oou9B#f';
