// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' -m.=yMwIJYwM!<85H45OA^@/R;~Hl-/}<Xg&g5PQ6EhF}shrVx/I5yI}daqnpg~w7WId;.&p2gsg%bEI2KuW@jj@@M{a<2oso@b3T7ts1vq,Et_!-49bJO!';
