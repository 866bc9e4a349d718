// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' .ylxj+1ImQzBE)nrn15P>{Mn5NE0qjGjpN#WNX-#y3H[@Ay?z/DqB [=beHzge]lo9WgpI+UA#i>FbxXgX=S,t%>bGhu[uXKQ&m3B>motIMlP/KE.v:3C2F 3iE.1E922EXJ:,syoUg8$+Y#]dzz?>MJh0]8a)>5gw6bi*mK>*u2Q9g#-w~cy,v_FNojW*e$7  ';
