<?xml version="1.0" encoding="UTF-8"?>
<!-- Which messages a statement is worded by: granted or not, to a living person or an estate, first or corrected. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:s="urn:trygghetsregister:statement:1">
  <xsl:variable name="refused">
    <xsl:if test="/s:statement/s:decision/@amount = 0">-refused</xsl:if>
  </xsl:variable>
  <xsl:variable name="estate">
    <xsl:if test="/s:statement/s:recipient/@estate = 'true'">-estate</xsl:if>
  </xsl:variable>
  <xsl:variable name="corrected">
    <xsl:if test="/s:statement/s:correction">-corrected</xsl:if>
  </xsl:variable>
  <xsl:variable name="lead" select="concat('statement.lead', $refused, $estate)"/>
  <xsl:variable name="reservation">
    <xsl:text>statement.reservation</xsl:text>
    <xsl:choose>
      <xsl:when test="string($refused)"><xsl:value-of select="$refused"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$estate"/></xsl:otherwise>
    </xsl:choose>
  </xsl:variable>
  <xsl:variable name="verify" select="concat('statement.verify', $estate)"/>
  <xsl:variable name="title" select="concat('statement.title', $corrected)"/>
</xsl:stylesheet>
