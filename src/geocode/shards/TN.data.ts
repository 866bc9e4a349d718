// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' /%5S4[Vi@^F ,K<W$o5._=QdWf|y85AxH^:Z_t<;3ML0WAVyY=12eXZDomiBKFe509][soc:j#k$]Pzwu68#;wk|OzDN(2RI5XDPXMxu8jAq0SC ]hUAEeTM]-G&K:}-nd-3zN=@dHJ*PQ@2{R=:#h@) E?O6->:]4Ifo&;rjSd+mOkZ>9=a>wL>qqV{qOAXtAerR!0U :sfW:.Aw+/WqSB6Gp%^+n7njxm?BL&rsMih2rmg1d8Wq6VTf,XnnquyXW>szR{VE|dU&g(S))2jGwjef9w%l?a';
